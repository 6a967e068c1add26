package io.sparkex.boot.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * {@link ObservationDocumentation} for Spark.
 *
 * @since 0.1.0
 */
public enum SparkObservationDocumentation implements ObservationDocumentation {

	/**
	 * Observation of a query or command, from sending it until its last row has been
	 * read.
	 */
	EXECUTE {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultSparkObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinality.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinality.values();
		}

	};

	/**
	 * Low cardinality key names.
	 */
	public enum LowCardinality implements KeyName {

		/** Kind of execution: {@code query} or {@code command}. */
		OPERATION {

			@Override
			public String asString() {
				return "spark.operation";
			}

		},

		/**
		 * Outcome: {@code success}, {@code cancelled}, {@code timeout} or {@code error}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		},

		/** Error condition of Spark, or the name of the exception, or {@code none}. */
		ERROR_TYPE {

			@Override
			public String asString() {
				return "error.type";
			}

		},

		/** Host and port of the server. */
		SERVER_ADDRESS {

			@Override
			public String asString() {
				return "server.address";
			}

		}

	}

	/**
	 * High cardinality key names.
	 */
	public enum HighCardinality implements KeyName {

		/** ID of the operation, as in the logs and the history of Spark. */
		OPERATION_ID {

			@Override
			public String asString() {
				return "spark.operation.id";
			}

		},

		/** ID of the session. */
		SESSION_ID {

			@Override
			public String asString() {
				return "spark.session.id";
			}

		},

		/** Number of received rows. */
		ROWS {

			@Override
			public String asString() {
				return "spark.result.rows";
			}

		},

		/** Number of received bytes of Arrow data. */
		BYTES {

			@Override
			public String asString() {
				return "spark.result.bytes";
			}

		},

		/** Plan as text, if plans are included. */
		PLAN {

			@Override
			public String asString() {
				return "spark.plan";
			}

		}

	}

}
