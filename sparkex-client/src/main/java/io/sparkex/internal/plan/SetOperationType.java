package io.sparkex.internal.plan;

/**
 * The kinds of set operation.
 *
 * @since 0.1.0
 */
public enum SetOperationType {

	UNION, INTERSECT, EXCEPT

}
