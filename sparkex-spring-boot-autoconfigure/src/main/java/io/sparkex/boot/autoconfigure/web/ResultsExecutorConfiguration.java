package io.sparkex.boot.autoconfigure.web;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that write responses of Spring WebFlux. They wait for clients, and so are
 * shared with nobody.
 */
@Configuration(proxyBeanMethods = false)
class ResultsExecutorConfiguration {

	static final String EXECUTOR_BEAN_NAME = "sparkexWebExecutor";

	private static final String THREAD_NAME_PREFIX = "sparkex-web-";

	/**
	 * Not to be shut down before the server, which completes what has begun.
	 */
	@Bean(name = EXECUTOR_BEAN_NAME, defaultCandidate = false, destroyMethod = "shutdownNow")
	@ConditionalOnMissingBean(name = EXECUTOR_BEAN_NAME)
	@ConditionalOnThreading(Threading.PLATFORM)
	ThreadPoolExecutor sparkexWebExecutor(SparkexWebProperties properties) {
		int threads = properties.getMaxThreads();
		if (threads < 1) {
			throw new InvalidConfigurationPropertyValueException("sparkex.web.max-threads", threads,
					"It must be one at least.");
		}
		CustomizableThreadFactory factory = new CustomizableThreadFactory(THREAD_NAME_PREFIX);
		factory.setDaemon(true);
		ThreadPoolExecutor executor = new ThreadPoolExecutor(threads, threads, 60, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), factory);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	@Bean(name = EXECUTOR_BEAN_NAME, defaultCandidate = false)
	@ConditionalOnMissingBean(name = EXECUTOR_BEAN_NAME)
	@ConditionalOnThreading(Threading.VIRTUAL)
	VirtualThreadTaskExecutor sparkexWebVirtualThreadExecutor() {
		return new VirtualThreadTaskExecutor(THREAD_NAME_PREFIX);
	}

}
