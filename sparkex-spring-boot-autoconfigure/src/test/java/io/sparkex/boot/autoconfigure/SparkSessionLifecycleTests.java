package io.sparkex.boot.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;

import io.sparkex.SparkSession;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link SparkSessionLifecycle} without a server.
 */
class SparkSessionLifecycleTests {

	@Test
	void validatesEachSessionWithItsConnectTimeout() {
		SparkexSessionProperties distant = new SparkexSessionProperties();
		distant.getConnection().setConnectTimeout(Duration.ofSeconds(40));
		SparkexProperties properties = new SparkexProperties();
		properties.getStartup().setValidate(true);
		properties.getConnection().setConnectTimeout(Duration.ofSeconds(2));
		properties.getSessions().put("distant", distant);
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		SparkSession defaultSession = register(beanFactory, "sparkSession");
		SparkSession distantSession = register(beanFactory, "distantSparkSession");
		SparkSession ownSession = register(beanFactory, "own");
		new SparkSessionLifecycle(new GenericApplicationContext(), new ManagedSparkSessions(beanFactory), properties,
				Duration.ZERO)
			.start();
		verify(defaultSession).ping(Duration.ofSeconds(2));
		verify(distantSession).ping(Duration.ofSeconds(40));
		verify(ownSession).ping(Duration.ofSeconds(2));
	}

	private static SparkSession register(DefaultListableBeanFactory beanFactory, String name) {
		SparkSession session = mock(SparkSession.class);
		beanFactory.registerSingleton(name, session);
		return session;
	}

}
