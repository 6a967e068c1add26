package io.sparkex.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a real Spark, which is started when the first of them
 * needs it.
 * <p>
 * A server is kept until the JVM ends and is shared by all classes that ask for the same
 * one, whether they are tests of Spring or not. What could not be started is not tried
 * again: the other classes fail at once, with the same message.
 * <p>
 * In a test of Spring, such as with {@code @SpringBootTest}, the connection details of
 * the application point at the server, in the place of {@code sparkex.url}. The session
 * is the application's own and lives as long as its context, which several classes may
 * share. After each class it is brought back to where it was: temporary views and
 * functions that the class has made are dropped, and the configuration, the current
 * catalog and the current database are those of before. The server is the bean of type
 * {@link io.sparkex.embedded.EmbeddedSparkServer}.
 * <p>
 * In any other test, constructors and methods may have parameters of the types
 * {@link io.sparkex.SparkSession}, for a session of this class alone that is closed after
 * it, and {@link io.sparkex.embedded.EmbeddedSparkServer}, for the server. Nested classes
 * take part in what their outer class has.
 * <p>
 * Tables and global temporary views belong to the server: other classes see them.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(EmbeddedSparkExtension.class)
public @interface EmbeddedSpark {

	/**
	 * The version of Spark, such as {@code 4.0.1}.
	 * @return the version, or nothing for the default of the embedded server
	 */
	String version() default "";

	/**
	 * Configuration that the server is started with, over its defaults.
	 * @return entries in the form {@literal key=value}
	 */
	String[] config() default {};

	/**
	 * Maven artifacts to add to the class path of the server, such as a catalog.
	 * @return the artifacts, each as {@code group:artifact:version}
	 */
	String[] packages() default {};

}
