package io.sparkex.test;

import java.util.Map;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.KeyValue;

/**
 * Handler of configuration requests on a fake server.
 */
final class FakeConfig {

	private FakeConfig() {
	}

	static ConfigResponse respond(FakeSession session, ConfigRequest request) {
		Map<String, String> config = session.config();
		ConfigResponse.Builder response = ConfigResponse.newBuilder()
			.setSessionId(request.getSessionId())
			.setServerSideSessionId(session.serverSideId());
		ConfigRequest.Operation operation = request.getOperation();
		switch (operation.getOpTypeCase()) {
			case SET -> operation.getSet().getPairsList().forEach((pair) -> config.put(pair.getKey(), pair.getValue()));
			case UNSET -> operation.getUnset().getKeysList().forEach(config::remove);
			case GET -> operation.getGet().getKeysList().forEach((key) -> response.addPairs(required(config, key)));
			case GET_OPTION ->
				operation.getGetOption().getKeysList().forEach((key) -> response.addPairs(pair(config, key)));
			case GET_WITH_DEFAULT -> operation.getGetWithDefault()
				.getPairsList()
				.forEach((pair) -> response
					.addPairs(pair.toBuilder().setValue(config.getOrDefault(pair.getKey(), pair.getValue()))));
			case GET_ALL -> config.keySet()
				.stream()
				.filter((key) -> key.startsWith(operation.getGetAll().getPrefix()))
				.forEach((key) -> response.addPairs(pair(config, key)));
			case IS_MODIFIABLE -> operation.getIsModifiable()
				.getKeysList()
				.forEach((key) -> response.addPairs(KeyValue.newBuilder().setKey(key).setValue("true")));
			default -> throw new IllegalArgumentException("The request has no operation");
		}
		return response.build();
	}

	private static KeyValue required(Map<String, String> config, String key) {
		KeyValue pair = pair(config, key);
		if (!pair.hasValue()) {
			throw FakeErrors.of(new StubbedResponse.Failure("org.apache.spark.SparkNoSuchElementException",
					"SQL_CONF_NOT_FOUND", "42K0I", "[SQL_CONF_NOT_FOUND] The configuration \"" + key
							+ "\" is not set on this FakeSpark; set it with spark.conf().set(..)"));
		}
		return pair;
	}

	private static KeyValue pair(Map<String, String> config, String key) {
		KeyValue.Builder pair = KeyValue.newBuilder().setKey(key);
		String value = config.get(key);
		return ((value != null) ? pair.setValue(value) : pair).build();
	}

}
