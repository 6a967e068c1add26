package io.sparkex.internal.plan;

import java.util.Arrays;
import java.util.Locale;

/**
 * How much of a plan an explanation shows.
 *
 * @since 0.1.0
 */
public enum ExplainMode {

	/** Only the physical plan. */
	SIMPLE,

	/** The parsed, analyzed, optimized and physical plans. */
	EXTENDED,

	/** The physical plan and the code generated for it. */
	CODEGEN,

	/** The optimized plan with its statistics. */
	COST,

	/** An outline of the physical plan, then the details of its nodes. */
	FORMATTED;

	/**
	 * The mode by its name, in any case.
	 * @param name the name
	 * @return the mode
	 * @throws IllegalArgumentException if no mode has the name
	 */
	public static ExplainMode of(String name) {
		return Arrays.stream(values())
			.filter((mode) -> mode.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown explain mode '" + name + "'; there are "
					+ Arrays.toString(values()).toLowerCase(Locale.ROOT)));
	}

}
