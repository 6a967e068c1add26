package io.sparkex.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one resolution run at a time, among the threads of this JVM and among all JVMs
 * that share a cache.
 */
final class CacheLock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CacheLock.class);

	/** Whoever holds the lock may be downloading 330 MB over a slow line. */
	private static final Duration LIMIT = Duration.ofMinutes(30);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final Duration INTERVAL = Duration.ofMillis(200);

	/** A file lock belongs to the whole JVM, so threads need one of their own. */
	private static final ReentrantLock threads = new ReentrantLock();

	private final FileChannel channel;

	private CacheLock(FileChannel channel) {
		this.channel = channel;
	}

	static CacheLock acquire(Path cacheDirectory) throws IOException, InterruptedException {
		return acquire(cacheDirectory, LIMIT);
	}

	static CacheLock acquire(Path cacheDirectory, Duration limit) throws IOException, InterruptedException {
		long start = System.nanoTime();
		if (!threads.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
			throw tooLate(cacheDirectory, limit);
		}
		FileChannel channel = null;
		try {
			Files.createDirectories(cacheDirectory);
			channel = FileChannel.open(cacheDirectory.resolve("resolving.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			boolean told = false;
			while (!isLocked(channel)) {
				long waited = System.nanoTime() - start;
				if (waited > limit.toNanos()) {
					throw tooLate(cacheDirectory, limit);
				}
				if (!told && waited > PATIENCE.toNanos()) {
					logger.info("Another application resolves Spark: waiting for it ({})", cacheDirectory);
					told = true;
				}
				Thread.sleep(INTERVAL.toMillis());
			}
			return new CacheLock(channel);
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			try {
				if (channel != null) {
					channel.close();
				}
			}
			finally {
				threads.unlock();
			}
			throw ex;
		}
	}

	/**
	 * A blocking lock() would know no limit, and would close the channel on interrupts.
	 */
	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			// Held in this JVM by sparkex in another class loader: as good as another
			// process.
			return false;
		}
	}

	private static EmbeddedSparkException tooLate(Path cacheDirectory, Duration limit) {
		return new EmbeddedSparkException(
				"Another application has been resolving Spark for more than " + limit + " with the cache directory "
						+ cacheDirectory + "; end it, or name another folder with cacheDirectory(..) on the builder");
	}

	@Override
	public void close() throws IOException {
		try {
			this.channel.close();
		}
		finally {
			threads.unlock();
		}
	}

}
