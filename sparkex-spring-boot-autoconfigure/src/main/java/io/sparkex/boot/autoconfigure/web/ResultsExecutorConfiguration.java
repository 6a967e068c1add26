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
 * Configuration for the threads that write responses of Spring WebFlux. The application
 * does not share these threads, since they wait for clients.
 */
@Configuration(proxyBeanMethods = false)
class ResultsExecutorConfiguration {

	static final String EXECUTOR_BEAN_NAME = "sparkexWebExecutor";

	private static final String THREAD_NAME_PREFIX = "sparkex-web-";

	/**
	 * Creates a plain executor, which is not shut down before the web server, so that
	 * active responses can complete.
	 */
	@Bean(name = EXECUTOR_BEAN_NAME, defaultCandidate = false, destroyMethod = "shutdownNow")
	@ConditionalOnMissingBean(name = EXECUTOR_BEAN_NAME)
	@ConditionalOnThreading(Threading.PLATFORM)
	ThreadPoolExecutor sparkexWebExecutor(SparkexWebProperties properties) {
		int threads = properties.getMaxThreads();
		if (threads < 1) {
			throw new InvalidConfigurationPropertyValueException("sparkex.web.max-threads", threads,
					"It must be at least 1.");
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
