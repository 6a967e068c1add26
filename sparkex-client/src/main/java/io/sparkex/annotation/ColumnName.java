package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation that sets the name of the column that a record component or bean property is
 * mapped to. On a bean, annotate the field, the getter or the setter.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface ColumnName {

	/**
	 * Returns the column name.
	 * @return the column name
	 */
	String value();

}
