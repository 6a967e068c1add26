package io.sparkex.boot.observation;

import java.util.Locale;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import io.sparkex.boot.observation.SparkObservationDocumentation.HighCardinality;
import io.sparkex.boot.observation.SparkObservationDocumentation.LowCardinality;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.RemoteException;
import io.sparkex.execution.ExecutionSummary;

/**
 * Default {@link SparkObservationConvention}. The name of observations is
 * {@code sparkex.execute}; the key values are those of
 * {@link SparkObservationDocumentation}.
 *
 * @since 0.1.0
 */
public class DefaultSparkObservationConvention implements SparkObservationConvention {

	private static final KeyValue NO_ERROR = LowCardinality.ERROR_TYPE.withValue("none");

	@Override
	public String getName() {
		return "sparkex.execute";
	}

	@Override
	public String getContextualName(SparkExecutionContext context) {
		return "spark " + operation(context);
	}

	private static String operation(SparkExecutionContext context) {
		return context.getKindOfExecution().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(SparkExecutionContext context) {
		return KeyValues.of(LowCardinality.OPERATION.withValue(operation(context)),
				LowCardinality.OUTCOME.withValue(outcome(context)), errorType(context.getError()),
				LowCardinality.SERVER_ADDRESS.withValue(context.getServer()));
	}

	private static String outcome(SparkExecutionContext context) {
		Throwable error = context.getError();
		if (error == null) {
			return (context.getSummary() != null) ? "success" : "unknown";
		}
		if (error instanceof OperationTimeoutException) {
			return "timeout";
		}
		return (error instanceof OperationCancelledException) ? "cancelled" : "error";
	}

	private static KeyValue errorType(@Nullable Throwable error) {
		if (error == null) {
			return NO_ERROR;
		}
		String errorClass = (error instanceof RemoteException remote) ? remote.errorClass() : null;
		return LowCardinality.ERROR_TYPE
			.withValue((errorClass != null) ? errorClass : error.getClass().getSimpleName());
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(SparkExecutionContext context) {
		KeyValues values = KeyValues.of(HighCardinality.OPERATION_ID.withValue(context.getOperationId()),
				HighCardinality.SESSION_ID.withValue(context.getSessionId()));
		ExecutionSummary summary = context.getSummary();
		if (summary != null) {
			values = values.and(HighCardinality.ROWS.withValue(Long.toString(summary.rows())),
					HighCardinality.BYTES.withValue(Long.toString(summary.bytes())));
		}
		String plan = context.getPlanText();
		return (plan != null) ? values.and(HighCardinality.PLAN.withValue(plan)) : values;
	}

}
