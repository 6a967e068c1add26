package io.sparkex;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code that compiles with {@link TypedColumn}, and for the compiler
 * messages about the rest.
 */
class TypedColumnCompilationTests {

	private static final String SOURCE = """
			import io.sparkex.*;
			import java.math.*;
			import java.time.*;
			import java.util.*;
			import static io.sparkex.Functions.*;

			class Query {

				enum Status { OPEN, PAID }

				enum Color { RED }

				record Customer(String name, int age) { }

				record Trip(String city, double amount, Integer seats, BigDecimal price, boolean paid, Status status,
						Color color, LocalDate day, Instant start, UUID id, Customer customer, List<String> tags,
						Map<String, Integer> counts, Optional<String> note, Optional<Integer> rating) {

					String overloaded() {
						return city;
					}

					String overloaded(int length) {
						return city;
					}

				}

				Object query() {
					return EXPRESSION;
				}

			}
			""";

	private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]+\\.)+(?:Query\\.)?|\\bQuery\\.");

	@TempDir
	private static Path output;

	private static List<String> errors(String expression) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
			files.setLocationFromPaths(StandardLocation.CLASS_PATH,
					List.of(placeOf(Column.class), placeOf(Nullable.class)));
			files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
			compiler
				.getTask(null, files, diagnostics, List.of("-proc:none", "-implicit:none", "-Xlint:none"), null,
						List.of(new Source(SOURCE.replace("EXPRESSION", expression))))
				.call();
		}
		catch (IOException | URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map((diagnostic) -> diagnostic.getMessage(Locale.ROOT))
			.toList();
	}

	private static Path placeOf(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	@ParameterizedTest
	@ValueSource(strings = { "col(Trip::city).eq(\"PL\").and(col(Trip::amount).gt(100))", "col(Trip::amount).gt(100)",
			"col(Trip::amount).gt(100L)", "col(Trip::amount).gt(1.5f)", "col(Trip::seats).leq(4)",
			"col(Trip::seats).eq(new BigDecimal(4))", "col(Trip::price).between(1, 2.5)",
			"col(Trip::price).multiply(2).gt(col(Trip::amount))", "col(Trip::rating).geq(col(Trip::seats))",
			"col(Trip::note).like(\"a%\")", "col(Trip::status).isin(Status.OPEN, Status.PAID)",
			"col(Trip::day).lt(LocalDate.EPOCH)", "col(Trip::day).eq(current_date())",
			"col(Trip::start).gt(Instant.EPOCH)", "col(Trip::id).eq(UUID.randomUUID())",
			"col(Trip::paid).and(col(Trip::paid).not())", "col(Trip::customer).get(Customer::age).gt(17)",
			"col(Trip::customer).get(Customer::name).eq(col(Trip::city))", "col(Trip::counts).getItem(\"a\").gt(1)",
			"sum(col(Trip::amount)).as(\"total\")", "col(\"city\").eqNullSafe(col(Trip::city))" })
	void compilesMatchingTypes(String expression) {
		assertThat(errors(expression)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			col(Trip::amount).gt("x")                       | String cannot be converted to Number
			col(Trip::seats).eq("4")                        | String cannot be converted to Number
			col(Trip::price).plus("1")                      | String cannot be converted to Number
			col(Trip::rating).lt("1")                       | String cannot be converted to Number
			col(Trip::amount).isin(1, "2")                  | String cannot be converted to Number
			col(Trip::amount).between(1, "2")               | String cannot be converted to Number
			col(Trip::city).eq(1)                           | int cannot be converted to String
			col(Trip::note).gt(1)                           | int cannot be converted to String
			col(Trip::city).like(1)                         | int cannot be converted to String
			col(Trip::paid).eq("true")                      | String cannot be converted to Boolean
			col(Trip::status).eq("OPEN")                    | String cannot be converted to Status
			col(Trip::status).eq(Color.RED)                 | Color cannot be converted to Status
			col(Trip::day).gt("2026-01-01")                 | String cannot be converted to LocalDate
			col(Trip::day).gt(Instant.EPOCH)                | Instant cannot be converted to LocalDate
			col(Trip::id).eq("x")                           | String cannot be converted to UUID
			col(Trip::counts).getItem(1)                    | int cannot be converted to String
			col(Trip::tags).getItem("a")                    | String cannot be converted to int
			col(Trip::customer).get(Customer::age).gt("17") | String cannot be converted to Number
			""")
	void doesNotCompileValueOfOtherType(String expression, String message) {
		assertRejected(expression, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
					col(Trip::amount).gt(col(Trip::city))   | no suitable method found for gt(TextColumn)
			col(Trip::city).eq(col(Trip::seats))    | no suitable method found for eq(NumericColumn)
			col(Trip::day).lt(col(Trip::start))     | no suitable method found for lt(OrderedColumn<Instant>)
			col(Trip::status).eq(col(Trip::color))  | no suitable method found for eq(ValueColumn<Color>)
			col(Trip::status).eq(col(Trip::city))   | no suitable method found for eq(TextColumn)
			col(Trip::price).minus(col(Trip::city)) | no suitable method found for minus(TextColumn)
			col(Trip::paid).and(col(Trip::city))    | no suitable method found for and(TextColumn)
			col(Trip::tags).eq(col(Trip::city))     | no suitable method found for eq(TextColumn)
			""")
	void doesNotCompileColumnOfOtherType(String expression, String message) {
		assertRejected(expression, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			col(Trip::status).gt(Status.OPEN)         | cannot find symbol
			col(Trip::paid).lt(true)                  | cannot find symbol
			col(Trip::amount).like("1%")             | cannot find symbol
			col(Trip::city).plus(1)                   | cannot find symbol
			col(Trip::customer).eq("x")               | no suitable method found for eq(String)
			col(Trip::customer).get(Trip::city)       | invalid method reference
			col(Trip::town)                           | invalid method reference
			col(Trip::overloaded)                     | reference to col is ambiguous
			col(trip -> trip.city())                  | reference to col is ambiguous
			""")
	void doesNotCompileMethodOfOtherType(String expression, String message) {
		assertRejected(expression, message);
	}

	private static void assertRejected(String expression, String message) {
		List<String> errors = errors(expression);
		assertThat(errors).isNotEmpty();
		assertThat(QUALIFIER.matcher(errors.get(0).replaceAll("\\s+", " ")).replaceAll("")).contains(message);
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String content;

		Source(String content) {
			super(URI.create("string:///Query.java"), Kind.SOURCE);
			this.content = content;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.content;
		}

	}

}
