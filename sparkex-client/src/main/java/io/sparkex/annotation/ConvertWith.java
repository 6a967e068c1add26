package io.sparkex.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation that sets the converter for values of a class that has no Spark type.
 * Annotate a record component, a bean property (its field, getter or setter), or the
 * class itself to apply the converter wherever the class is used.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ConvertWith {

	/**
	 * Returns the converter class.
	 * @return a class with a no-argument constructor; a single instance converts all
	 * values
	 */
	Class<? extends ValueConverter<?, ?>> value();

}
