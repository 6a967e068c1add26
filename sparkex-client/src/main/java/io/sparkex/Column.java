package io.sparkex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.CallSite;
import io.sparkex.internal.plan.CallSites;
import io.sparkex.internal.plan.ComplexTypeExpression;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.plan.WithOrigin;
import io.sparkex.types.DataType;
import io.sparkex.types.UnparsedType;

/**
 * A column of a {@link DataFrame}, or an expression that computes one.
 * <p>
 * A column is an unresolved expression: the server resolves names and types when the
 * DataFrame is used. Parameters of type {@code Object} accept a {@link ColumnLike}, which
 * stands for its column, or any value, which becomes a {@linkplain Functions#lit(Object)
 * literal}.
 * <p>
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Column implements ColumnLike {

	private static final AtomicLong lambdaVariables = new AtomicLong();

	private final Expression expression;

	private final @Nullable CallSite site;

	/**
	 * Creates a column that refers to a name, as {@link Functions#col(String)} does.
	 * @param colName the column name, or {@code *} for all columns
	 */
	public Column(String colName) {
		this(name(colName, null));
	}

	Column(Expression expression) {
		this(expression, CallSites.capture());
	}

	private Column(Expression expression, @Nullable CallSite site) {
		this.expression = expression;
		this.site = site;
	}

	static Column of(@Nullable Object value) {
		if (value instanceof ColumnLike column) {
			return column.toColumn();
		}
		if (value instanceof Row row) {
			return literal(Literal.of(plain(row), row.schema()));
		}
		return literal(Literal.of(value));
	}

	/**
	 * Converts rows to lists of their values: plans represent a struct by the list of its
	 * values.
	 */
	static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof Row row) {
			List<@Nullable Object> values = new ArrayList<>(row.size());
			for (int i = 0; i < row.size(); i++) {
				values.add(plain(row.get(i)));
			}
			return values;
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> elements = new ArrayList<>(list.size());
			list.forEach((element) -> elements.add(plain(element)));
			return elements;
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
			map.forEach((key, entry) -> entries.put(plain(key), plain(entry)));
			return entries;
		}
		return value;
	}

	static Column literal(Literal literal) {
		return withoutOrigin(literal);
	}

	/**
	 * Creates a column without a call site. Literals, names, aliases and sort orders do
	 * not fail on the server, so their origin is never reported.
	 */
	private static Column withoutOrigin(Expression expression) {
		return new Column(expression, null);
	}

	static Column named(String name, @Nullable Long planId) {
		return new Column(name(name, planId));
	}

	private static Expression name(String name, @Nullable Long planId) {
		if (name.equals("*")) {
			return new LeafExpression.Star(null, planId);
		}
		return name.endsWith(".*") ? new LeafExpression.Star(name, planId) : new LeafExpression.Attribute(name, planId);
	}

	static Column named(Accessor<?> accessor) {
		return named(AccessorName.of(accessor), null);
	}

	static Column call(String name, ColumnLike... arguments) {
		return new Column(new Call.Function(name, expressions(arguments), false));
	}

	static Column callDistinct(String name, ColumnLike... arguments) {
		return new Column(new Call.Function(name, expressions(arguments), true));
	}

	static Column lambda(UnaryOperator<Column> function) {
		return lambda(List.of("x"), (parameters) -> function.apply(parameters.get(0)));
	}

	static Column lambda(BinaryOperator<Column> function) {
		return lambda(List.of("x", "y"), (parameters) -> function.apply(parameters.get(0), parameters.get(1)));
	}

	static Column lambda(TernaryFunction function) {
		return lambda(List.of("x", "y", "z"),
				(parameters) -> function.apply(parameters.get(0), parameters.get(1), parameters.get(2)));
	}

	/**
	 * Creates a lambda. Lambdas may be nested, so each of them gets unique parameter
	 * names.
	 */
	private static Column lambda(List<String> names, Function<List<Column>, Column> function) {
		long id = lambdaVariables.incrementAndGet();
		List<LeafExpression.LambdaVariable> parameters = names.stream()
			.map((name) -> new LeafExpression.LambdaVariable(name + "_" + id))
			.toList();
		Column body = function.apply(parameters.stream().map(Column::withoutOrigin).toList());
		return new Column(new Call.Lambda(body.expression(), parameters));
	}

	static List<Expression> expressions(ColumnLike... columns) {
		return Arrays.stream(columns).map((column) -> column.toColumn().expression()).toList();
	}

	/**
	 * Returns the expression, together with the place in the code that created it.
	 */
	Expression expression() {
		return (this.site != null) ? new WithOrigin(this.expression, this.site) : this.expression;
	}

	/**
	 * Returns this column.
	 */
	@Override
	public Column toColumn() {
		return this;
	}

	private Column with(String function, @Nullable Object other) {
		return call(function, this, of(other));
	}

	/**
	 * Tests if this column equals another value. The result is null if either is null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column equalTo(@Nullable Object other) {
		return with("=", other);
	}

	/**
	 * Tests if this column differs from another value. The result is null if either is
	 * null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column notEqual(@Nullable Object other) {
		return call("!", with("=", other));
	}

	/**
	 * Tests if this column equals another value, treating two nulls as equal. The result
	 * is never null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column eqNullSafe(@Nullable Object other) {
		return with("<=>", other);
	}

	/**
	 * Tests if this column is greater than another value. The result is null if either is
	 * null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column gt(@Nullable Object other) {
		return with(">", other);
	}

	/**
	 * Tests if this column is greater than or equal to another value. The result is null
	 * if either is null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column geq(@Nullable Object other) {
		return with(">=", other);
	}

	/**
	 * Tests if this column is less than another value. The result is null if either is
	 * null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column lt(@Nullable Object other) {
		return with("<", other);
	}

	/**
	 * Tests if this column is less than or equal to another value. The result is null if
	 * either is null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column leq(@Nullable Object other) {
		return with("<=", other);
	}

	/**
	 * Combines two conditions with a logical AND.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column and(@Nullable Object other) {
		return with("and", other);
	}

	/**
	 * Combines two conditions with a logical OR.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column or(@Nullable Object other) {
		return with("or", other);
	}

	/**
	 * Adds another value to this column.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column plus(@Nullable Object other) {
		return with("+", other);
	}

	/**
	 * Subtracts another value from this column.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column minus(@Nullable Object other) {
		return with("-", other);
	}

	/**
	 * Multiplies this column by another value.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column multiply(@Nullable Object other) {
		return with("*", other);
	}

	/**
	 * Divides this column by another value. The result has a fractional part even for
	 * integers. Division by zero is an error in ANSI mode.
	 * @param other a column or value
	 * @return a column
	 */
	public Column divide(@Nullable Object other) {
		return with("/", other);
	}

	/**
	 * Computes the remainder of a division by another value, with the sign of this
	 * column.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column mod(@Nullable Object other) {
		return with("%", other);
	}

	/**
	 * Computes the bitwise AND with another value.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseAND(@Nullable Object other) {
		return with("&", other);
	}

	/**
	 * Computes the bitwise OR with another value.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseOR(@Nullable Object other) {
		return with("|", other);
	}

	/**
	 * Computes the bitwise XOR with another value.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseXOR(@Nullable Object other) {
		return with("^", other);
	}

	/**
	 * Tests if this string contains another one.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column contains(@Nullable Object other) {
		return with("contains", other);
	}

	/**
	 * Tests if this string starts with another one.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column startsWith(@Nullable Object other) {
		return with("startswith", other);
	}

	/**
	 * Tests if this string ends with another one.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column endsWith(@Nullable Object other) {
		return with("endswith", other);
	}

	/**
	 * Tests if this string matches a SQL LIKE pattern, in which % matches any characters
	 * and _ matches one character.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column like(String literal) {
		return with("like", literal);
	}

	/**
	 * Tests if this string matches a SQL LIKE pattern, ignoring case.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column ilike(String literal) {
		return with("ilike", literal);
	}

	/**
	 * Tests if a part of this string matches a regular expression.
	 * @param literal the regular expression, in Java syntax
	 * @return a boolean column
	 */
	public Column rlike(String literal) {
		return with("rlike", literal);
	}

	/**
	 * Tests if this column is null.
	 * @return a boolean column
	 */
	public Column isNull() {
		return call("isNull", this);
	}

	/**
	 * Tests if this column is not null.
	 * @return a boolean column
	 */
	public Column isNotNull() {
		return call("isNotNull", this);
	}

	/**
	 * Tests if this column is NaN (not a number).
	 * @return a boolean column
	 */
	public Column isNaN() {
		return call("isNaN", this);
	}

	/**
	 * Tests if this column equals one of the given values. The result is null if it
	 * equals none of them and one of them is null.
	 * @param list columns or values
	 * @return a boolean column
	 */
	public Column isin(@Nullable Object... list) {
		List<Column> arguments = new ArrayList<>(list.length + 1);
		arguments.add(this);
		Arrays.stream(list).map(Column::of).forEach(arguments::add);
		return call("in", arguments.toArray(Column[]::new));
	}

	/**
	 * Tests if this column equals one of the values of a collection.
	 * @param values columns or values
	 * @return a boolean column
	 */
	public Column isInCollection(Iterable<?> values) {
		List<Object> list = new ArrayList<>();
		values.forEach(list::add);
		return isin(list.toArray());
	}

	/**
	 * Tests if this column is between two bounds, both inclusive.
	 * @param lowerBound a column or value
	 * @param upperBound a column or value
	 * @return a boolean column
	 */
	public Column between(@Nullable Object lowerBound, @Nullable Object upperBound) {
		return geq(lowerBound).and(leq(upperBound));
	}

	/**
	 * Returns a substring of this column.
	 * @param startPos the start position, from 1, or from the end if negative
	 * @param len the number of characters
	 * @return a string column
	 */
	public Column substr(int startPos, int len) {
		return substr(of(startPos), of(len));
	}

	/**
	 * Returns a substring of this column.
	 * @param startPos the start position, from 1, or from the end if negative
	 * @param len the number of characters
	 * @return a string column
	 */
	public Column substr(ColumnLike startPos, ColumnLike len) {
		return call("substr", this, startPos, len);
	}

	/**
	 * Adds a branch to a CASE WHEN expression that
	 * {@link Functions#when(ColumnLike, Object)} started.
	 * @param condition a boolean column
	 * @param value the result if this condition is the first one that is true
	 * @return the column
	 * @throws IllegalArgumentException if this column was not created by {@code when}, or
	 * already has its {@code otherwise}
	 */
	public Column when(ColumnLike condition, @Nullable Object value) {
		return branch("when", condition, of(value));
	}

	/**
	 * Adds the ELSE branch to a CASE WHEN expression that
	 * {@link Functions#when(ColumnLike, Object)} started.
	 * @param value the result if no condition is true
	 * @return the column
	 * @throws IllegalArgumentException if this column was not created by {@code when}, or
	 * already has its {@code otherwise}
	 */
	public Column otherwise(@Nullable Object value) {
		return branch("otherwise", of(value));
	}

	private Column branch(String method, ColumnLike... more) {
		if (!(this.expression instanceof Call.Function function) || !function.name().equals("when")
				|| function.arguments().size() % 2 != 0) {
			throw new IllegalArgumentException(method + "() must follow when() and must not follow otherwise()");
		}
		List<Expression> arguments = new ArrayList<>(function.arguments());
		arguments.addAll(expressions(more));
		return new Column(new Call.Function("when", arguments, false));
	}

	/**
	 * Returns a field of a struct, an element of an array, or the value of a key of a
	 * map.
	 * @param key the field name, the index from 0, or the key
	 * @return the column
	 */
	public Column getItem(@Nullable Object key) {
		return new Column(new ComplexTypeExpression.Extract(expression(), of(key).expression()));
	}

	/**
	 * Returns a field of a struct.
	 * @param fieldName the field name
	 * @return the column
	 */
	public Column getField(String fieldName) {
		return getItem(fieldName);
	}

	/**
	 * Returns a field, element or map value. Same as {@link #getItem(Object)}.
	 * @param extraction the field name, the index from 0, or the key
	 * @return the column
	 */
	public Column apply(@Nullable Object extraction) {
		return getItem(extraction);
	}

	/**
	 * Returns the struct with a field added or replaced.
	 * @param fieldName the field name, with dots for a nested field
	 * @param col the value of the field
	 * @return the column
	 */
	public Column withField(String fieldName, ColumnLike col) {
		return new Column(new ComplexTypeExpression.UpdateField(expression(), fieldName, col.toColumn().expression()));
	}

	/**
	 * Returns the struct without the given fields.
	 * @param fieldNames the field names, with dots for nested fields
	 * @return the column
	 */
	public Column dropFields(String... fieldNames) {
		Expression struct = expression();
		for (String fieldName : fieldNames) {
			struct = new ComplexTypeExpression.UpdateField(struct, fieldName, null);
		}
		return new Column(struct);
	}

	/**
	 * Computes this function over a window.
	 * @param window the window specification
	 * @return the column
	 */
	public Column over(WindowSpec window) {
		return new Column(window.over(expression()));
	}

	/**
	 * Computes this function over all rows.
	 * @return the column
	 */
	public Column over() {
		return over(WindowSpec.EMPTY);
	}

	/**
	 * Marks a column of the outer query inside a correlated subquery. Refer to the column
	 * by the alias of the outer DataFrame, as in {@code col("t.id").outer()}; a column
	 * from {@link DataFrame#col} would be looked up in the subquery.
	 * <p>
	 * The server resolves outer references by itself, so this method returns the same
	 * column. It documents the reference, and code that is shared with Spark's own API
	 * compiles.
	 * @return this column
	 */
	public Column outer() {
		return this;
	}

	/**
	 * Tests if this column equals a value of a subquery (IN subquery).
	 * @param subquery a DataFrame with one column
	 * @return a boolean column
	 */
	public Column isin(DataFrame subquery) {
		return new Column(new Subquery(subquery.relation(), Subquery.Type.IN, List.of(expression())));
	}

	/**
	 * Gives this column an alias.
	 * @param alias the alias
	 * @return the column
	 */
	public Column as(String alias) {
		return withoutOrigin(new UnaryExpression.Alias(expression(), List.of(alias)));
	}

	/**
	 * Gives this column an alias and metadata.
	 * @param alias the alias
	 * @param metadata the metadata as a JSON object
	 * @return the column
	 */
	public Column as(String alias, String metadata) {
		return withoutOrigin(new UnaryExpression.Alias(expression(), List.of(alias), metadata));
	}

	/**
	 * Applies a function to this column, so that calls can be chained:
	 * {@code col("a").transform(Functions::upper)}.
	 * @param f the function
	 * @return the column that the function returns
	 */
	public Column transform(UnaryOperator<Column> f) {
		return f.apply(this);
	}

	/**
	 * Prints this column in a SQL-like form to the standard output.
	 * @param extended has no effect; exists for compatibility with Spark's API
	 */
	public void explain(boolean extended) {
		System.out.println(this);
	}

	/**
	 * Gives aliases to the columns of an expression that returns several columns, such as
	 * a generator.
	 * @param aliases one alias for each column
	 * @return the column
	 */
	public Column as(String[] aliases) {
		return withoutOrigin(new UnaryExpression.Alias(expression(), List.of(aliases)));
	}

	/**
	 * Gives this column an alias. Same as {@link #as(String)}.
	 * @param alias the alias
	 * @return the column
	 */
	public Column alias(String alias) {
		return as(alias);
	}

	/**
	 * Gives this column an alias. Same as {@link #as(String)}.
	 * @param alias the alias
	 * @return the column
	 */
	public Column name(String alias) {
		return as(alias);
	}

	/**
	 * Casts this column to a type. In ANSI mode, the default since Spark 4, a value that
	 * does not fit is an error.
	 * @param to the target type
	 * @return the column
	 */
	public Column cast(DataType to) {
		return new Column(new UnaryExpression.Cast(expression(), to, false));
	}

	/**
	 * Casts this column to a type in SQL syntax.
	 * @param to the target type, such as {@code decimal(10,2)}
	 * @return the column
	 */
	public Column cast(String to) {
		return cast(new UnparsedType(to));
	}

	/**
	 * Casts this column to a type. A value that does not fit becomes null.
	 * @param to the target type
	 * @return the column
	 */
	public Column try_cast(DataType to) {
		return new Column(new UnaryExpression.Cast(expression(), to, true));
	}

	/**
	 * Casts this column to a type in SQL syntax. A value that does not fit becomes null.
	 * @param to the target type, such as {@code decimal(10,2)}
	 * @return the column
	 */
	public Column try_cast(String to) {
		return try_cast(new UnparsedType(to));
	}

	/**
	 * Returns an ascending sort order, nulls first.
	 * @return the sort order
	 */
	public Column asc() {
		return asc_nulls_first();
	}

	/**
	 * Returns an ascending sort order, nulls first.
	 * @return the sort order
	 */
	public Column asc_nulls_first() {
		return withoutOrigin(new UnaryExpression.SortOrder(expression(), true, true));
	}

	/**
	 * Returns an ascending sort order, nulls last.
	 * @return the sort order
	 */
	public Column asc_nulls_last() {
		return withoutOrigin(new UnaryExpression.SortOrder(expression(), true, false));
	}

	/**
	 * Returns a descending sort order, nulls last.
	 * @return the sort order
	 */
	public Column desc() {
		return desc_nulls_last();
	}

	/**
	 * Returns a descending sort order, nulls first.
	 * @return the sort order
	 */
	public Column desc_nulls_first() {
		return withoutOrigin(new UnaryExpression.SortOrder(expression(), false, true));
	}

	/**
	 * Returns a descending sort order, nulls last.
	 * @return the sort order
	 */
	public Column desc_nulls_last() {
		return withoutOrigin(new UnaryExpression.SortOrder(expression(), false, false));
	}

	UnaryExpression.SortOrder sortOrder() {
		return (this.expression instanceof UnaryExpression.SortOrder order) ? order
				: new UnaryExpression.SortOrder(expression(), true, true);
	}

	/**
	 * Compares two expressions, not the values they compute; to compare values, use
	 * {@link #equalTo(Object)}.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Column that && this.expression.equals(that.expression);
	}

	@Override
	public int hashCode() {
		return this.expression.hashCode();
	}

	@Override
	public String toString() {
		return PlanPrinter.print(this.expression);
	}

}
