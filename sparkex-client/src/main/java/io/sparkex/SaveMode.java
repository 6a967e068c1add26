package io.sparkex;

import java.util.Locale;

import io.sparkex.internal.plan.Write;

/**
 * What {@link DataFrameWriter} does where there is something already. The names are
 * Spark's.
 *
 * @since 0.1.0
 */
public enum SaveMode {

	/** Keeps what is there and adds the rows to it. */
	Append(Write.Save.Mode.APPEND),

	/** Replaces what is there. */
	Overwrite(Write.Save.Mode.OVERWRITE),

	/** Fails, and leaves what is there. */
	ErrorIfExists(Write.Save.Mode.ERROR_IF_EXISTS),

	/** Does nothing, and leaves what is there. */
	Ignore(Write.Save.Mode.IGNORE);

	private final Write.Save.Mode mode;

	SaveMode(Write.Save.Mode mode) {
		this.mode = mode;
	}

	static SaveMode of(String name) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "append" -> Append;
			case "overwrite" -> Overwrite;
			case "error", "errorifexists", "default" -> ErrorIfExists;
			case "ignore" -> Ignore;
			default -> throw new IllegalArgumentException("Unknown save mode '" + name
					+ "'; there are append, overwrite, error, errorifexists, default and ignore");
		};
	}

	Write.Save.Mode mode() {
		return this.mode;
	}

}
