package io.sparkex.boot.web.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InterruptibleTask}.
 */
class InterruptibleTaskTests {

	@Test
	void interruptsRunningTask() throws Exception {
		InterruptibleTask task = new InterruptibleTask((command) -> new Thread(command).start());
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		task.execute(() -> {
			started.countDown();
			try {
				interrupted.complete(new CountDownLatch(1).await(60, TimeUnit.SECONDS));
			}
			catch (InterruptedException ex) {
				interrupted.complete(true);
			}
		});
		assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
		task.cancel();
		assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void doesNotRunAfterCancel() {
		AtomicBoolean ran = new AtomicBoolean();
		InterruptibleTask task = new InterruptibleTask(Runnable::run);
		task.cancel();
		task.execute(() -> ran.set(true));
		task.cancel();
		assertThat(ran).isFalse();
	}

	@Test
	void doesNotInterruptAfterCompletion() {
		InterruptibleTask task = new InterruptibleTask(Runnable::run);
		AtomicBoolean ran = new AtomicBoolean();
		task.execute(() -> ran.set(true));
		task.cancel();
		assertThat(ran).isTrue();
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

}
