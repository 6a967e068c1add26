package io.sparkex.boot.test.example;

import org.springframework.stereotype.Component;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;

/**
 * Customizer that is part of the test slice.
 */
@Component
class TripViews implements SparkSessionBuilderCustomizer {

	@Override
	public void customize(SparkSessionBuilder builder) {
		builder.initializer((spark) -> spark.sql("SELECT * FROM VALUES ('Oslo'), ('Rome'), ('Oslo') AS t(city)")
			.createOrReplaceTempView("trips"));
	}

}
