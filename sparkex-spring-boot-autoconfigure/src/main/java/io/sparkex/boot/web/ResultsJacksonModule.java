package io.sparkex.boot.web;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import io.sparkex.Results;

/**
 * Jackson module that rejects {@link Results} inside of another value, such as a map or a
 * record. Otherwise Jackson would treat the methods of a DataFrame as properties, run
 * queries, and write meaningless values.
 *
 * @since 0.1.0
 */
public final class ResultsJacksonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates a module.
	 */
	public ResultsJacksonModule() {
		super("sparkex-results");
		addSerializer(new RejectingSerializer());
	}

	private static final class RejectingSerializer extends StdSerializer<Results<?>> {

		RejectingSerializer() {
			super(Results.class);
		}

		@Override
		public void serialize(Results<?> value, JsonGenerator generator, SerializationContext context) {
			context.reportBadDefinition(context.constructType(value.getClass()),
					"Jackson cannot serialize Results. Return the DataFrame itself from the controller, on its own or in"
							+ " a ResponseEntity, Optional or asynchronous value; or replace the DataFrame by its rows, such"
							+ " as df.as(Trip.class).collect()");
		}

	}

}
