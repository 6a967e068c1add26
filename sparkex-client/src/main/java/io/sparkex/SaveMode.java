package io.sparkex;

import java.util.Locale;

import io.sparkex.internal.plan.Write;

/**
 * The behavior of {@link DataFrameWriter} if the target already exists. The constants
 * have Spark's names.
 *
 * @since 0.1.0
 */
public enum SaveMode {

	/**
	 * Appends the rows to the existing data.
	 */
	Append(Write.Save.Mode.APPEND),

	/**
	 * Replaces the existing data.
	 */
	Overwrite(Write.Save.Mode.OVERWRITE),

	/**
	 * Throws an exception and does not change the existing data.
	 */
	ErrorIfExists(Write.Save.Mode.ERROR_IF_EXISTS),

	/**
	 * Does not write and does not change the existing data.
	 */
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
			default -> throw new IllegalArgumentException(
					"Unknown save mode '" + name + "'; use append, overwrite, error, errorifexists, default or ignore");
		};
	}

	Write.Save.Mode mode() {
		return this.mode;
	}

}
