package io.sparkex;

/**
 * A function of three columns, for higher-order SQL functions.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TernaryFunction {

	/**
	 * Applies the function to three columns.
	 * @param first the first column
	 * @param second the second column
	 * @param third the third column
	 * @return the resulting column
	 */
	Column apply(Column first, Column second, Column third);

}
