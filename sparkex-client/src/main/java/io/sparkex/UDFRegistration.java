package io.sparkex;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.query.QueryRunner;
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.types.DataType;

/**
 * Registry of Java user-defined functions (UDFs) whose classes are on the server, from
 * {@link SparkSession#udf()}. SQL, {@link Functions#expr(String)} and
 * {@link Functions#call_function(String, ColumnLike...)} can call a registered function
 * by name in this session.
 * <p>
 * The server must have the class: on its class path, or uploaded with
 * {@link SparkSession#addArtifact(String)}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UDFRegistration {

	private final QueryRunner runner;

	UDFRegistration(QueryRunner runner) {
		this.runner = runner;
	}

	/**
	 * Registers a Java UDF. The server determines its return type.
	 * @param name the function name
	 * @param className the name of a class that implements one of Spark's interfaces
	 * {@code UDF0} to {@code UDF22}
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or the class is not a UDF
	 */
	public void registerJava(String name, String className) {
		register(name, className, null, false);
	}

	/**
	 * Registers a Java UDF with a return type.
	 * @param name the function name
	 * @param className the name of a class that implements one of Spark's interfaces
	 * {@code UDF0} to {@code UDF22}
	 * @param returnDataType the return type
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or the class is not a UDF
	 */
	public void registerJava(String name, String className, DataType returnDataType) {
		register(name, className, returnDataType, false);
	}

	/**
	 * Registers a Java user-defined aggregate function (UDAF).
	 * @param name the function name
	 * @param className the name of a class that extends Spark's
	 * {@code UserDefinedAggregateFunction}
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or the class is not an aggregate function
	 */
	public void registerJavaUDAF(String name, String className) {
		register(name, className, null, true);
	}

	private void register(String name, String className, @Nullable DataType returnType, boolean aggregate) {
		this.runner.run(new Command.RegisterJavaFunction(name, className, returnType, aggregate),
				ExecutionOptions.NONE);
	}

}
