package io.sparkex;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.query.QueryRunner;
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.types.DataType;

/**
 * Gives names to functions in Java whose classes the server has, from
 * {@link SparkSession#udf()}. SQL, {@link Functions#expr(String)} and
 * {@link Functions#call_function(String, ColumnLike...)} can call them from then on, in
 * this session.
 * <p>
 * A class gets to the server with its start, for example in a jar on its class path, or
 * with {@link SparkSession#addArtifact(String)}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UDFRegistration {

	private final QueryRunner runner;

	UDFRegistration(QueryRunner runner) {
		this.runner = runner;
	}

	/**
	 * Registers a function for single rows; Spark finds out what it returns.
	 * @param name the name
	 * @param className a class that implements one of Spark's interfaces {@code UDF0} to
	 * {@code UDF22}
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or it is no such function
	 */
	public void registerJava(String name, String className) {
		register(name, className, null, false);
	}

	/**
	 * Registers a function for single rows.
	 * @param name the name
	 * @param className a class that implements one of Spark's interfaces {@code UDF0} to
	 * {@code UDF22}
	 * @param returnDataType what it returns
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or it is no such function
	 */
	public void registerJava(String name, String className, DataType returnDataType) {
		register(name, className, returnDataType, false);
	}

	/**
	 * Registers an aggregate.
	 * @param name the name
	 * @param className a class that extends Spark's {@code UserDefinedAggregateFunction}
	 * @throws io.sparkex.errors.AnalysisException if the server does not have the class,
	 * or it is no such function
	 */
	public void registerJavaUDAF(String name, String className) {
		register(name, className, null, true);
	}

	private void register(String name, String className, @Nullable DataType returnType, boolean aggregate) {
		this.runner.run(new Command.RegisterJavaFunction(name, className, returnType, aggregate),
				ExecutionOptions.NONE);
	}

}
