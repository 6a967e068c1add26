package io.sparkex.boot.autoconfigure.info;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.ConditionalOnSparkSession;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.info.SparkInfoContributor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link SparkInfoContributor}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SparkexAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledInfoContributor.class)
@ConditionalOnSparkSession
public final class SparkexInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnEnabledInfoContributor(value = "sparkex", fallback = InfoContributorFallback.DISABLE)
	@ConditionalOnMissingBean
	SparkInfoContributor sparkInfoContributor(ListableBeanFactory beanFactory) {
		return new SparkInfoContributor(beanFactory.getBeansOfType(SparkSession.class, false, true));
	}

}
