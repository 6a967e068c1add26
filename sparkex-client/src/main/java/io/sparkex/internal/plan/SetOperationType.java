package io.sparkex.internal.plan;

/**
 * Set operations.
 *
 * @since 0.1.0
 */
public enum SetOperationType {

	UNION, INTERSECT, EXCEPT

}
