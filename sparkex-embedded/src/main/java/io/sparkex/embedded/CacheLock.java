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
 * Lock that allows one resolution at a time, among the threads of this JVM and all JVMs
 * that share a cache.
 */
final class CacheLock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CacheLock.class);

	/**
	 * The maximum wait for the lock. It is long, since the owner of the lock may be
	 * downloading 330 MB over a slow connection.
	 */
	private static final Duration TIMEOUT = Duration.ofMinutes(30);

	private static final Duration LOG_DELAY = Duration.ofSeconds(3);

	private static final Duration INTERVAL = Duration.ofMillis(200);

	/**
	 * A file lock is held for the whole JVM, so that threads need a lock of their own.
	 */
	private static final ReentrantLock threadLock = new ReentrantLock();

	private final FileChannel channel;

	private CacheLock(FileChannel channel) {
		this.channel = channel;
	}

	static CacheLock acquire(Path cacheDirectory) throws IOException, InterruptedException {
		return acquire(cacheDirectory, TIMEOUT);
	}

	static CacheLock acquire(Path cacheDirectory, Duration timeout) throws IOException, InterruptedException {
		long start = System.nanoTime();
		if (!threadLock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
			throw timedOut(cacheDirectory, timeout);
		}
		FileChannel channel = null;
		try {
			Files.createDirectories(cacheDirectory);
			channel = FileChannel.open(cacheDirectory.resolve("resolving.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			boolean logged = false;
			while (!tryLock(channel)) {
				long waited = System.nanoTime() - start;
				if (waited > timeout.toNanos()) {
					throw timedOut(cacheDirectory, timeout);
				}
				if (!logged && waited > LOG_DELAY.toNanos()) {
					logger.info("Waiting for another application that is resolving Spark ({})", cacheDirectory);
					logged = true;
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
				threadLock.unlock();
			}
			throw ex;
		}
	}

	/**
	 * Tries to lock, since a blocking {@code lock()} has no timeout and closes the
	 * channel on interrupts.
	 */
	private static boolean tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			// Another class loader of this JVM holds the lock, which is like another
			// process.
			return false;
		}
	}

	private static EmbeddedSparkException timedOut(Path cacheDirectory, Duration timeout) {
		return new EmbeddedSparkException("Another application has been resolving Spark for more than " + timeout
				+ " with the cache directory " + cacheDirectory
				+ "; stop it, or set another directory with cacheDirectory(..) on the builder");
	}

	@Override
	public void close() throws IOException {
		try {
			this.channel.close();
		}
		finally {
			threadLock.unlock();
		}
	}

}
