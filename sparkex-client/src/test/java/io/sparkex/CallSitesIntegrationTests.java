package io.sparkex;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.RemoteException;
import io.sparkex.internal.plan.CallSites;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that server errors contain the call site in the application.
 */
class CallSitesIntegrationTests {

	@TestSession
	private static SparkSession spark;

	/**
	 * Returns the line above the caller's line.
	 */
	private static String here() {
		return "CallSitesIntegrationTests.java:"
				+ (StackWalker.getInstance().walk((frames) -> frames.skip(1).findFirst().orElseThrow().getLineNumber())
						- 1);
	}

	record Mistake(Supplier<Column> column, String line, String method) {

	}

	static Stream<Mistake> mistakes() {
		Column missing = col("missing");
		String line = here();
		Column streamed = Stream.of("missing").map(Functions::col).findFirst().orElseThrow();
		String streamedLine = here();
		Column wrong = col("id").plus(lit(true));
		String wrongLine = here();
		Column function = sqrt(Functions.array(col("id")));
		String functionLine = here();
		return Stream.of(new Mistake(() -> missing, line, "col"),
				new Mistake(() -> sqrt(missing).as("x").gt(1), line, "col"),
				new Mistake(() -> streamed, streamedLine, "col"), new Mistake(() -> wrong, wrongLine, "plus"),
				new Mistake(() -> function, functionLine, "sqrt"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void reportsCallSiteOfAnalysisError(Mistake mistake) {
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.range(1).select(mistake.column().get()).collect())
			.withMessageContaining(mistake.line())
			.withMessageContaining("\"" + mistake.method() + "\" was called from");
	}

	@Test
	void reportsCallSiteOfRuntimeError() {
		Column division = lit(1).divide(col("id"));
		String line = here();
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> spark.range(1).select(division).collect())
			.withMessageContaining("DIVIDE_BY_ZERO")
			.withMessageContaining(line);
	}

	@Test
	void skipsStackFramesOfTheClient() {
		assertThat(CallSites.capture()).extracting((site) -> site.caller().getFileName())
			.isEqualTo("CallSitesIntegrationTests.java");
		assertThat(Arrays.stream(new String[] { "a" }).map(Functions::col).toList()).containsExactly(col("a"));
	}

}
