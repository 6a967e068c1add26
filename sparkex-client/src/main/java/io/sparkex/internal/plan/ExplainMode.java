package io.sparkex.internal.plan;

import java.util.Arrays;
import java.util.Locale;

/**
 * Level of detail of an explained plan.
 *
 * @since 0.1.0
 */
public enum ExplainMode {

	/**
	 * The physical plan.
	 */
	SIMPLE,

	/** The parsed, analyzed, optimized and physical plans. */
	EXTENDED,

	/**
	 * The physical plan and the generated code.
	 */
	CODEGEN,

	/** The optimized plan with its statistics. */
	COST,

	/**
	 * An outline of the physical plan, followed by the details of its nodes.
	 */
	FORMATTED;

	/**
	 * Returns the mode with the given name, ignoring case.
	 * @param name the name
	 * @return the mode
	 * @throws IllegalArgumentException if the name is unknown
	 */
	public static ExplainMode of(String name) {
		return Arrays.stream(values())
			.filter((mode) -> mode.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown explain mode '" + name + "'; use one of "
					+ Arrays.toString(values()).toLowerCase(Locale.ROOT)));
	}

}
