package io.sparkex;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.errors.AnalysisException;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.call_function;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UDFRegistration} with functions whose classes only the server has.
 */
class JavaFunctionsIntegrationTests {

	private static final String SHOUT = """
			package functions;
			public class Shout implements org.apache.spark.sql.api.java.UDF1<String, String> {
				public String call(String text) {
					return (text != null) ? text.toUpperCase() + "!" : null;
				}
			}
			""";

	private static final String AGENT = """
			package functions;
			public class Agent {
				public static void premain(String arguments) {
				}
			}
			""";

	private static final String LONGEST = """
			package functions;
			import org.apache.spark.sql.Row;
			import org.apache.spark.sql.expressions.MutableAggregationBuffer;
			import org.apache.spark.sql.expressions.UserDefinedAggregateFunction;
			import org.apache.spark.sql.types.DataType;
			import org.apache.spark.sql.types.DataTypes;
			import org.apache.spark.sql.types.StructType;
			public class Longest extends UserDefinedAggregateFunction {
				public StructType inputSchema() {
					return new StructType().add("text", DataTypes.StringType);
				}
				public StructType bufferSchema() {
					return new StructType().add("length", DataTypes.IntegerType);
				}
				public DataType dataType() {
					return DataTypes.IntegerType;
				}
				public boolean deterministic() {
					return true;
				}
				public void initialize(MutableAggregationBuffer buffer) {
					buffer.update(0, 0);
				}
				public void update(MutableAggregationBuffer buffer, Row input) {
					buffer.update(0, Math.max(buffer.getInt(0), input.getString(0).length()));
				}
				public void merge(MutableAggregationBuffer buffer, Row other) {
					buffer.update(0, Math.max(buffer.getInt(0), other.getInt(0)));
				}
				public Object evaluate(Row buffer) {
					return buffer.getInt(0);
				}
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void callsJavaFunctionsOfServer() throws IOException {
		// The jar of an agent is added to the class path, like a jar next to Spark's own.
		try (EmbeddedSparkServer server = TestServer.builder(TestServer.DEFAULT_VERSION)
			.jvmArgs("-javaagent:" + jar())
			.start(); SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			UDFRegistration udf = spark.udf();
			udf.registerJava("shout", "functions.Shout", DataTypes.StringType);
			udf.registerJava("shout_untyped", "functions.Shout");
			udf.registerJavaUDAF("longest", "functions.Longest");
			DataFrame texts = spark.sql("SELECT * FROM VALUES ('a'), (NULL), ('größe') AS t(s)");
			assertThat(texts.select(call_function("shout", col("s"))).as(String.class).collect()).containsExactly("A!",
					null, "GRÖSSE!");
			assertThat(texts.select(expr("shout_untyped(s)")).as(String.class).take(1)).containsExactly("A!");
			texts.filter("s IS NOT NULL").createOrReplaceTempView("texts");
			assertThat(spark.sql("SELECT longest(s) FROM texts").as(Integer.class).single()).isEqualTo(5);
			assertThat(texts.filter("s IS NOT NULL").agg(call_function("longest", col("s"))).as(Integer.class).single())
				.isEqualTo(5);
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> udf.registerJava("gone", "functions.Gone"))
				.withMessageContaining("functions.Gone");
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> udf.registerJavaUDAF("wrong", "functions.Shout"));
		}
	}

	private Path jar() throws IOException {
		Path sources = Files.createDirectories(this.folder.resolve("functions"));
		Files.writeString(sources.resolve("Shout.java"), SHOUT);
		Files.writeString(sources.resolve("Longest.java"), LONGEST);
		Files.writeString(sources.resolve("Agent.java"), AGENT);
		SparkCompiler.compile(sources);
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Premain-Class", "functions.Agent");
		Path jar = this.folder.resolve("functions.jar");
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file, manifest)) {
			for (String name : List.of("Shout", "Longest", "Agent")) {
				out.putNextEntry(new JarEntry("functions/" + name + ".class"));
				Files.copy(sources.resolve(name + ".class"), out);
			}
		}
		return jar;
	}

}
