package io.sparkex.boot.web;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import io.sparkex.Results;

/**
 * Has Jackson refuse {@link Results} that are part of another value, such as a map or a
 * record. It would take the methods of a frame for properties: run a query for one, and
 * write nonsense.
 *
 * @since 0.1.0
 */
public final class ResultsJacksonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	/**
	 * A module without options.
	 */
	public ResultsJacksonModule() {
		super("sparkex-results");
		addSerializer(new Refusal());
	}

	private static final class Refusal extends StdSerializer<Results<?>> {

		Refusal() {
			super(Results.class);
		}

		@Override
		public void serialize(Results<?> value, JsonGenerator generator, SerializationContext context) {
			context.reportBadDefinition(context.constructType(value.getClass()),
					"Jackson cannot write what a query is to return. Have the controller return the frame itself, as it is,"
							+ " in a ResponseEntity, an Optional or a value to come; or put rows in the place of the frame,"
							+ " such as those of frame.as(Trip.class).collect()");
		}

	}

}
