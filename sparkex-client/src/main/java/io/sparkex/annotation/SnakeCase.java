package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record or bean whose columns have names in snake case: its component
 * {@code pickupCity} is the column {@code pickup_city}.
 * <p>
 * Typed columns and local data need it, since they are named before there is a schema.
 * Results find their columns with and without it.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SnakeCase {

}
