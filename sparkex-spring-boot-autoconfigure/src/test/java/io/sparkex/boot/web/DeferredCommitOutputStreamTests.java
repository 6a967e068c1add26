package io.sparkex.boot.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link DeferredCommitOutputStream}.
 */
class DeferredCommitOutputStreamTests {

	private final AtomicInteger opened = new AtomicInteger();

	private final List<Integer> slices = new ArrayList<>();

	private final ByteArrayOutputStream target = new ByteArrayOutputStream() {

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) {
			DeferredCommitOutputStreamTests.this.slices.add(length);
			super.write(bytes, offset, length);
		}

	};

	private final DeferredCommitOutputStream out = new DeferredCommitOutputStream(this::open);

	private OutputStream open() {
		this.opened.incrementAndGet();
		return this.target;
	}

	@Test
	void buffersFirstBytes() throws IOException {
		this.out.write(new byte[DeferredCommitOutputStream.SLICE - 1]);
		this.out.write(7);
		this.out.flush();
		assertThat(this.out.isCommitted()).isFalse();
		assertThat(this.opened).hasValue(0);
		this.out.write(8);
		assertThat(this.out.isCommitted()).isTrue();
		assertThat(this.target.toByteArray()).hasSize(DeferredCommitOutputStream.SLICE + 1)
			.endsWith(new byte[] { 7, 8 });
	}

	@Test
	void writesBufferedBytesAtEnd() throws IOException {
		this.out.write(new byte[] { 1, 2, 3, 4 }, 1, 2);
		this.out.finish();
		assertThat(this.target.toByteArray()).containsExactly(2, 3);
		assertThat(this.opened).hasValue(1);
	}

	@Test
	void commitsEmptyResponse() throws IOException {
		this.out.finish();
		assertThat(this.opened).hasValue(1);
		assertThat(this.out.isBodyDiscarded()).isFalse();
		assertThat(this.target.size()).isZero();
	}

	@Test
	void writesSlices() throws IOException {
		byte[] bytes = new byte[3 * DeferredCommitOutputStream.SLICE + 5];
		bytes[bytes.length - 1] = 9;
		this.out.write(bytes);
		assertThat(this.target.toByteArray()).isEqualTo(bytes);
		assertThat(this.slices)
			.allSatisfy((length) -> assertThat(length).isLessThanOrEqualTo(DeferredCommitOutputStream.SLICE));
		this.out.finish();
		assertThat(this.opened).hasValue(1);
		assertThat(this.target.toByteArray()).isEqualTo(bytes);
	}

	@Test
	void failsWhenBodyIsNotRequested() throws IOException {
		DeferredCommitOutputStream discarded = new DeferredCommitOutputStream(() -> null);
		discarded.write(1);
		assertThat(discarded.isBodyDiscarded()).isFalse();
		assertThatIOException().isThrownBy(() -> discarded.write(new byte[DeferredCommitOutputStream.SLICE]));
		assertThat(discarded.isBodyDiscarded()).isTrue();
		DeferredCommitOutputStream small = new DeferredCommitOutputStream(() -> null);
		small.write(1);
		small.finish();
		assertThat(small.isBodyDiscarded()).isTrue();
	}

}
