package io.sparkex.boot.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations that are made.
 *
 * @since 0.1.0
 */
public enum SparkObservationDocumentation implements ObservationDocumentation {

	/**
	 * A query or command, from when it is sent until its last row was read.
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
	 * What tells kinds of executions apart.
	 */
	public enum LowCardinality implements KeyName {

		/** Whether it is a {@code query} or a {@code command}. */
		OPERATION {

			@Override
			public String asString() {
				return "spark.operation";
			}

		},

		/**
		 * How it ended: {@code success}, {@code cancelled}, {@code timeout} or
		 * {@code error}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		},

		/** Spark's error condition, else the name of the exception, else {@code none}. */
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
	 * What tells executions apart.
	 */
	public enum HighCardinality implements KeyName {

		/** The id of the operation, as in the logs and the history of Spark. */
		OPERATION_ID {

			@Override
			public String asString() {
				return "spark.operation.id";
			}

		},

		/** The id of the session. */
		SESSION_ID {

			@Override
			public String asString() {
				return "spark.session.id";
			}

		},

		/** How many rows arrived. */
		ROWS {

			@Override
			public String asString() {
				return "spark.result.rows";
			}

		},

		/** How many bytes of Arrow data arrived. */
		BYTES {

			@Override
			public String asString() {
				return "spark.result.bytes";
			}

		},

		/** The plan, if it may be shown. */
		PLAN {

			@Override
			public String asString() {
				return "spark.plan";
			}

		}

	}

}
