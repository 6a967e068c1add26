package io.sparkex;

/**
 * A function of three columns, for the functions of Spark that take one.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TernaryFunction {

	/**
	 * Makes a column of three.
	 * @param first the first column
	 * @param second the second column
	 * @param third the third column
	 * @return the column
	 */
	Column apply(Column first, Column second, Column third);

}
