package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How values of a class that has no type of Spark are read and written: at a component of
 * a record or a property of a bean, or at the class itself, for wherever it is used. On a
 * bean it may stand at the field, the getter or the setter.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ConvertWith {

	/**
	 * The converter.
	 * @return a class with a constructor without arguments, of which one object is used
	 * for all values
	 */
	Class<? extends ValueConverter<?, ?>> value();

}
