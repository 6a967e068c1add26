package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a record or bean whose columns have names in snake case: the component
 * {@code pickupCity} is mapped to the column {@code pickup_city}.
 * <p>
 * Typed columns and local data require this annotation, since they are named before a
 * schema is known. Results are matched with or without it.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SnakeCase {

}
