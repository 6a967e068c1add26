package io.sparkex.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

/**
 * Parser of schemas in DDL, such as {@code "id BIGINT NOT NULL, tags ARRAY<STRING>"},
 * without a server.
 */
final class DdlParser {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(`(?:[^`]|``)*`|'(?:[^'\\\\]|\\\\.|'')*'|[\\w]+|[<>(),:])");

	private static final Map<String, DataType> SIMPLE = Arrays.stream(SimpleType.values())
		.collect(Collectors.toMap(SimpleType::simpleString, (type) -> type));

	private static final Map<String, String> ALIASES = Map.of("integer", "int", "long", "bigint", "short", "smallint",
			"byte", "tinyint", "real", "float", "timestamp_ltz", "timestamp", "dec", "decimal", "numeric", "decimal");

	private static final int DEFAULT_DECIMAL_PRECISION = 10;

	private static final int DEFAULT_TIME_PRECISION = 6;

	private final String ddl;

	private final List<String> tokens = new ArrayList<>();

	private int position;

	private DdlParser(String ddl) {
		this.ddl = ddl;
		Matcher matcher = TOKEN.matcher(ddl);
		int end = 0;
		while (end < ddl.stripTrailing().length()) {
			if (!matcher.find(end) || matcher.start() != end) {
				throw new IllegalArgumentException("The schema '" + ddl + "' is invalid at '" + ddl.substring(end)
						+ "'; write it like \"id BIGINT NOT NULL, name STRING\"");
			}
			this.tokens.add(matcher.group(1));
			end = matcher.end();
		}
	}

	/**
	 * Parses the columns of a table.
	 * @throws IllegalArgumentException if the schema is invalid
	 */
	static StructType parse(String ddl) {
		DdlParser parser = new DdlParser(ddl);
		List<StructField> fields = new ArrayList<>();
		while (parser.position < parser.tokens.size()) {
			fields.add(parser.field());
			if (parser.position < parser.tokens.size()) {
				parser.expect(",");
			}
		}
		return new StructType(fields);
	}

	private StructField field() {
		String name = next();
		if (name.startsWith("`")) {
			name = name.substring(1, name.length() - 1).replace("``", "`");
		}
		accept(":");
		DataType type = type();
		boolean nullable = true;
		if (accept("not")) {
			expect("null");
			nullable = false;
		}
		if (accept("comment")) {
			next();
		}
		return new StructField(name, type, nullable);
	}

	private DataType type() {
		String word = next().toLowerCase(Locale.ROOT);
		String name = ALIASES.getOrDefault(word, word);
		return switch (name) {
			case "string" -> accept("collate") ? new StringType(next()) : new StringType();
			case "decimal" -> decimal();
			case "char" -> new CharType(length());
			case "varchar" -> new VarcharType(length());
			case "time" -> new TimeType(accept("(") ? closing(number()) : DEFAULT_TIME_PRECISION);
			case "array" -> array();
			case "map" -> map();
			case "struct" -> struct();
			case "interval" -> interval();
			default -> simple(name);
		};
	}

	private DataType simple(String name) {
		DataType type = SIMPLE.get(name);
		if (type == null) {
			throw new IllegalArgumentException("The type '" + name + "' of the schema '" + this.ddl + "' is unknown");
		}
		return type;
	}

	private DataType decimal() {
		if (!accept("(")) {
			return new DecimalType(DEFAULT_DECIMAL_PRECISION, 0);
		}
		int precision = number();
		return new DecimalType(precision, closing(accept(",") ? number() : 0));
	}

	private int length() {
		expect("(");
		return closing(number());
	}

	private int closing(int number) {
		expect(")");
		return number;
	}

	private DataType array() {
		expect("<");
		DataType element = type();
		expect(">");
		return new ArrayType(element);
	}

	private DataType map() {
		expect("<");
		DataType key = type();
		expect(",");
		DataType value = type();
		expect(">");
		return new MapType(key, value);
	}

	private DataType struct() {
		expect("<");
		List<StructField> fields = new ArrayList<>();
		while (!accept(">")) {
			if (!fields.isEmpty()) {
				expect(",");
			}
			fields.add(field());
		}
		return new StructType(fields);
	}

	private DataType interval() {
		if (this.position == this.tokens.size() || !peek().matches("(?i)year|month|day|hour|minute|second")) {
			return SimpleType.CALENDAR_INTERVAL;
		}
		String start = next().toUpperCase(Locale.ROOT);
		String end = accept("to") ? next().toUpperCase(Locale.ROOT) : start;
		if (start.equals("YEAR") || start.equals("MONTH")) {
			return new YearMonthIntervalType(YearMonthIntervalType.Unit.valueOf(start),
					YearMonthIntervalType.Unit.valueOf(end));
		}
		return new DayTimeIntervalType(DayTimeIntervalType.Unit.valueOf(start), DayTimeIntervalType.Unit.valueOf(end));
	}

	private int number() {
		return Integer.parseInt(next());
	}

	private String peek() {
		return this.tokens.get(this.position);
	}

	private String next() {
		if (this.position == this.tokens.size()) {
			throw new IllegalArgumentException("The schema '" + this.ddl + "' is incomplete");
		}
		return this.tokens.get(this.position++);
	}

	private boolean accept(String token) {
		boolean found = this.position < this.tokens.size() && peek().equalsIgnoreCase(token);
		if (found) {
			this.position++;
		}
		return found;
	}

	private void expect(String token) {
		if (!accept(token)) {
			throw new IllegalArgumentException("The schema '" + this.ddl + "' must have '" + token + "' instead of "
					+ ((this.position < this.tokens.size()) ? "'" + peek() + "'" : "its end"));
		}
	}

}
