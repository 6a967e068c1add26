package io.sparkex.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Annotation for test classes that run against an embedded Spark Connect server, which is
 * started lazily.
 * <p>
 * A server runs until the JVM ends, and is shared by all test classes with the same
 * attributes. A failed start is not repeated: other classes fail immediately with the
 * same message.
 * <p>
 * In a Spring test, for example with {@code @SpringBootTest}, the connection details of
 * the server replace {@code sparkex.url}. The session belongs to the application context,
 * which several classes may share. It is restored after each class: temporary views and
 * functions that the class has created are dropped, and the configuration, the current
 * catalog and the current database are reset. The server is a bean of type
 * {@link io.sparkex.embedded.EmbeddedSparkServer}.
 * <p>
 * In other tests, constructors and methods can have parameters of type
 * {@link io.sparkex.SparkSession}, a session of the class that is closed after the class,
 * and {@link io.sparkex.embedded.EmbeddedSparkServer}. Nested classes share the session
 * and server of their outer class.
 * <p>
 * Tables and global temporary views belong to the server and are visible to other
 * classes.
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
	 * @return the version, or an empty string for the default version
	 */
	String version() default "";

	/**
	 * The Spark configuration of the server, in addition to its defaults.
	 * @return entries in the form {@literal key=value}
	 */
	String[] config() default {};

	/**
	 * Maven artifacts to add to the class path of the server, such as a catalog.
	 * @return the artifacts, each as {@code group:artifact:version}
	 */
	String[] packages() default {};

	/**
	 * The options of the server's JVM. The default limits it to the C1 compiler, which
	 * halves the CPU time of a server that runs a few hundred small queries. Set an empty
	 * array if the tests process millions of rows.
	 * @return the options, such as {@code -XX:+UseG1GC}
	 */
	String[] jvmArgs() default { "-XX:TieredStopAtLevel=1" };

}
