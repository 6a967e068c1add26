package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the column that a component of a record, or a property of a bean, is read
 * from and written to. On a bean it may stand at the field, the getter or the setter.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface ColumnName {

	/**
	 * The name.
	 * @return the name of a column
	 */
	String value();

}
