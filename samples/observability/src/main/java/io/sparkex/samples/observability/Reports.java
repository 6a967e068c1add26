package io.sparkex.samples.observability;

import java.time.Duration;

import org.springframework.stereotype.Service;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;

import static io.sparkex.Functions.count;
import static io.sparkex.Functions.sum;

/**
 * Queries for reports. Each report has a tag with its name, which
 * {@link ReportObservationConvention} uses.
 */
@Service
class Reports {

	static final String TAG = "report-";

	private final SparkSession spark;

	Reports(SparkSession spark) {
		this.spark = spark;
	}

	DataFrame regions() {
		return this.spark.table("orders")
			.groupBy("region")
			.agg(count("*").as("orders"), sum("amount").as("amount"))
			.orderBy("region")
			.withTag(TAG + "regions");
	}

	/**
	 * Returns a query with a thousand tasks of about one second each.
	 */
	DataFrame slow() {
		return this.spark.sql("SELECT sum(length(sha2(string(id), 512))) AS sum FROM range(0, 2000000000, 1, 1000)")
			.withTag(TAG + "slow")
			.withTimeout(Duration.ofMinutes(10));
	}

	/**
	 * Returns a query of a missing table.
	 */
	DataFrame broken() {
		return this.spark.table("returned_orders").withTag(TAG + "broken");
	}

}
