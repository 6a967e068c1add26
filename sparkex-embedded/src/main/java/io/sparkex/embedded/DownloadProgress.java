package io.sparkex.embedded;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transfer listener that logs the progress of downloads every few seconds. Called by
 * several transfer threads concurrently.
 */
final class DownloadProgress extends AbstractTransferListener {

	private static final Logger logger = LoggerFactory.getLogger(DownloadProgress.class);

	private static final long INTERVAL = Duration.ofSeconds(3).toNanos();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicInteger jars = new AtomicInteger();

	private final AtomicLong nextReport = new AtomicLong(System.nanoTime() + INTERVAL);

	@Override
	public void transferProgressed(TransferEvent event) {
		this.bytes.addAndGet(event.getDataLength());
		long now = System.nanoTime();
		long due = this.nextReport.get();
		if (now - due >= 0 && this.nextReport.compareAndSet(due, now + INTERVAL)) {
			logger.info("Downloading Spark: {}", this);
		}
	}

	@Override
	public void transferSucceeded(TransferEvent event) {
		if (event.getResource().getResourceName().endsWith(".jar")) {
			this.jars.incrementAndGet();
		}
	}

	@Override
	public String toString() {
		return this.jars + " jars, " + this.bytes.get() / 1_000_000 + " MB";
	}

}
