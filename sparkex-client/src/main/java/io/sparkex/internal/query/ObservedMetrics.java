package io.sparkex.internal.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.protocol.LiteralDecoder;

/**
 * The metrics of one observation, complete after the first execution that reports them.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ObservedMetrics {

	private final String name;

	private final CompletableFuture<Map<String, @Nullable Object>> values = new CompletableFuture<>();

	/**
	 * Creates metrics that are not complete yet.
	 * @param name the name of the observation
	 */
	public ObservedMetrics(String name) {
		this.name = name;
	}

	/**
	 * Returns the values.
	 * @return a future of the values by their names
	 */
	public CompletableFuture<Map<String, @Nullable Object>> values() {
		return this.values;
	}

	void complete(ExecutePlanResponse.ObservedMetrics observed) {
		try {
			this.values.complete(values(observed));
		}
		catch (SparkException ex) {
			this.values.completeExceptionally(ex);
		}
	}

	private Map<String, @Nullable Object> values(ExecutePlanResponse.ObservedMetrics observed) {
		if (observed.getErrorsCount() > 0) {
			int root = observed.hasRootErrorIdx() ? observed.getRootErrorIdx() : 0;
			String message = (root >= 0 && root < observed.getErrorsCount()) ? observed.getErrors(root).getMessage()
					: "unknown error";
			throw new RemoteException(
					new RemoteError("The metrics of the observation '" + this.name + "' failed: " + message, null, null,
							Map.of()),
					null);
		}
		if (observed.getKeysCount() != observed.getValuesCount()) {
			throw new CorruptResultException("The server sent " + observed.getValuesCount() + " values for "
					+ observed.getKeysCount() + " metrics");
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (int i = 0; i < observed.getKeysCount(); i++) {
			values.put(observed.getKeys(i), LiteralDecoder.decode(observed.getValues(i)));
		}
		return Collections.unmodifiableMap(values);
	}

}
