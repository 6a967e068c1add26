package io.sparkex.plan;

/**
 * The kinds of set operation.
 *
 * @since 0.1.0
 */
public enum SetOperationType {

	UNION, INTERSECT, EXCEPT

}
