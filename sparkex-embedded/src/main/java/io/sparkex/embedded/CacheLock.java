package io.sparkex.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one resolution run at a time, among the threads of this JVM and among all JVMs
 * that share a cache.
 */
final class CacheLock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CacheLock.class);

	/** A file lock belongs to the whole JVM, so threads need one of their own. */
	private static final ReentrantLock threads = new ReentrantLock();

	private final FileChannel channel;

	private CacheLock(FileChannel channel) {
		this.channel = channel;
	}

	static CacheLock acquire(Path cacheDirectory) throws IOException, InterruptedException {
		threads.lockInterruptibly();
		FileChannel channel = null;
		try {
			Files.createDirectories(cacheDirectory);
			channel = FileChannel.open(cacheDirectory.resolve("resolving.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock == null) {
				logger.info("Another process resolves Spark: waiting for it ({})", cacheDirectory);
				channel.lock();
			}
			return new CacheLock(channel);
		}
		catch (IOException | RuntimeException ex) {
			if (channel != null) {
				channel.close();
			}
			threads.unlock();
			throw ex;
		}
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
