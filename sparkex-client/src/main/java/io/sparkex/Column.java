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
 * What a column of a {@link DataFrame} computes. A description only: names and types are
 * looked up by the server when the frame is used.
 * <p>
 * Where a method takes an {@code Object}, a {@link ColumnLike} stands for its column and
 * anything else for a {@link Functions#lit(Object) literal}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Column implements ColumnLike {

	private static final AtomicLong lambdaVariables = new AtomicLong();

	private final Expression expression;

	private final @Nullable CallSite site;

	/**
	 * A column by its name, as {@link Functions#col(String)}.
	 * @param colName the name; {@code *} for all columns
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
	 * A plan knows no rows: a struct is the list of its values.
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
		return unlocated(literal);
	}

	/**
	 * Literals, names and orders do not fail on the server, so nobody asks where they are
	 * from.
	 */
	private static Column unlocated(Expression expression) {
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
	 * A lambda may stand within another, so no two of them share the name of a parameter.
	 */
	private static Column lambda(List<String> names, Function<List<Column>, Column> function) {
		long id = lambdaVariables.incrementAndGet();
		List<LeafExpression.LambdaVariable> parameters = names.stream()
			.map((name) -> new LeafExpression.LambdaVariable(name + "_" + id))
			.toList();
		Column body = function.apply(parameters.stream().map(Column::unlocated).toList());
		return new Column(new Call.Lambda(body.expression(), parameters));
	}

	static List<Expression> expressions(ColumnLike... columns) {
		return Arrays.stream(columns).map((column) -> column.toColumn().expression()).toList();
	}

	/**
	 * What this computes, with the place where it was written.
	 */
	Expression expression() {
		return (this.site != null) ? new WithOrigin(this.expression, this.site) : this.expression;
	}

	/**
	 * This column itself.
	 */
	@Override
	public Column toColumn() {
		return this;
	}

	private Column with(String function, @Nullable Object other) {
		return call(function, this, of(other));
	}

	/**
	 * Whether this equals the other; null if either is null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column equalTo(@Nullable Object other) {
		return with("=", other);
	}

	/**
	 * Whether this differs from the other; null if either is null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column notEqual(@Nullable Object other) {
		return call("!", with("=", other));
	}

	/**
	 * Whether this equals the other or both are null; never null.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column eqNullSafe(@Nullable Object other) {
		return with("<=>", other);
	}

	/**
	 * Whether this is greater than the other.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column gt(@Nullable Object other) {
		return with(">", other);
	}

	/**
	 * Whether this is greater than the other or equal to it.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column geq(@Nullable Object other) {
		return with(">=", other);
	}

	/**
	 * Whether this is less than the other.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column lt(@Nullable Object other) {
		return with("<", other);
	}

	/**
	 * Whether this is less than the other or equal to it.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column leq(@Nullable Object other) {
		return with("<=", other);
	}

	/**
	 * Whether both are true.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column and(@Nullable Object other) {
		return with("and", other);
	}

	/**
	 * Whether at least one is true.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column or(@Nullable Object other) {
		return with("or", other);
	}

	/**
	 * The sum.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column plus(@Nullable Object other) {
		return with("+", other);
	}

	/**
	 * The difference.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column minus(@Nullable Object other) {
		return with("-", other);
	}

	/**
	 * The product.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column multiply(@Nullable Object other) {
		return with("*", other);
	}

	/**
	 * The quotient, which has a fraction even for integers. Dividing by zero is an error
	 * in ANSI mode.
	 * @param other a column or value
	 * @return a column
	 */
	public Column divide(@Nullable Object other) {
		return with("/", other);
	}

	/**
	 * The rest of a division, with the sign of this.
	 * @param other a column or value
	 * @return a column of the wider type
	 */
	public Column mod(@Nullable Object other) {
		return with("%", other);
	}

	/**
	 * The bits that both have.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseAND(@Nullable Object other) {
		return with("&", other);
	}

	/**
	 * The bits that at least one has.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseOR(@Nullable Object other) {
		return with("|", other);
	}

	/**
	 * The bits that only one has.
	 * @param other a column or value
	 * @return an integer column
	 */
	public Column bitwiseXOR(@Nullable Object other) {
		return with("^", other);
	}

	/**
	 * Whether the other is a part of this text.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column contains(@Nullable Object other) {
		return with("contains", other);
	}

	/**
	 * Whether this text starts with the other.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column startsWith(@Nullable Object other) {
		return with("startswith", other);
	}

	/**
	 * Whether this text ends with the other.
	 * @param other a column or value
	 * @return a boolean column
	 */
	public Column endsWith(@Nullable Object other) {
		return with("endswith", other);
	}

	/**
	 * Whether this text matches a pattern of SQL, where % stands for any text and _ for
	 * any character.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column like(String literal) {
		return with("like", literal);
	}

	/**
	 * Whether this text matches a pattern of SQL, whatever the case of letters.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column ilike(String literal) {
		return with("ilike", literal);
	}

	/**
	 * Whether a part of this text matches a regular expression.
	 * @param literal the regular expression, in the syntax of Java
	 * @return a boolean column
	 */
	public Column rlike(String literal) {
		return with("rlike", literal);
	}

	/**
	 * Whether this is null.
	 * @return a boolean column
	 */
	public Column isNull() {
		return call("isNull", this);
	}

	/**
	 * Whether this is not null.
	 * @return a boolean column
	 */
	public Column isNotNull() {
		return call("isNotNull", this);
	}

	/**
	 * Whether this is not a number.
	 * @return a boolean column
	 */
	public Column isNaN() {
		return call("isNaN", this);
	}

	/**
	 * Whether this equals one of the values; null if it does not and one of them is null.
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
	 * Whether this equals one of the values of a collection.
	 * @param values columns or values
	 * @return a boolean column
	 */
	public Column isInCollection(Iterable<?> values) {
		List<Object> list = new ArrayList<>();
		values.forEach(list::add);
		return isin(list.toArray());
	}

	/**
	 * Whether this lies between two bounds, both included.
	 * @param lowerBound a column or value
	 * @param upperBound a column or value
	 * @return a boolean column
	 */
	public Column between(@Nullable Object lowerBound, @Nullable Object upperBound) {
		return geq(lowerBound).and(leq(upperBound));
	}

	/**
	 * A part of this text.
	 * @param startPos where it starts, from 1; from the end if negative
	 * @param len the count of characters
	 * @return a text column
	 */
	public Column substr(int startPos, int len) {
		return substr(of(startPos), of(len));
	}

	/**
	 * A part of this text.
	 * @param startPos where it starts, from 1; from the end if negative
	 * @param len the count of characters
	 * @return a text column
	 */
	public Column substr(ColumnLike startPos, ColumnLike len) {
		return call("substr", this, startPos, len);
	}

	/**
	 * Adds a condition to those of {@link Functions#when(ColumnLike, Object)}.
	 * @param condition a boolean column
	 * @param value the value where the condition is the first to be true
	 * @return the column
	 * @throws IllegalArgumentException if this was not made by {@code when}, or has its
	 * {@code otherwise}
	 */
	public Column when(ColumnLike condition, @Nullable Object value) {
		return branch("when", condition, of(value));
	}

	/**
	 * Ends the conditions of {@link Functions#when(ColumnLike, Object)}.
	 * @param value the value where none of them is true
	 * @return the column
	 * @throws IllegalArgumentException if this was not made by {@code when}, or has its
	 * {@code otherwise}
	 */
	public Column otherwise(@Nullable Object value) {
		return branch("otherwise", of(value));
	}

	private Column branch(String method, ColumnLike... more) {
		if (!(this.expression instanceof Call.Function function) || !function.name().equals("when")
				|| function.arguments().size() % 2 != 0) {
			throw new IllegalArgumentException(
					method + "() must follow when(), and there can be nothing after otherwise()");
		}
		List<Expression> arguments = new ArrayList<>(function.arguments());
		arguments.addAll(expressions(more));
		return new Column(new Call.Function("when", arguments, false));
	}

	/**
	 * A field of this struct, an element of this array or the value of a key of this map.
	 * @param key the name of the field, the position from 0, or the key
	 * @return the column
	 */
	public Column getItem(@Nullable Object key) {
		return new Column(new ComplexTypeExpression.Extract(expression(), of(key).expression()));
	}

	/**
	 * A field of this struct.
	 * @param fieldName the name
	 * @return the column
	 */
	public Column getField(String fieldName) {
		return getItem(fieldName);
	}

	/**
	 * A field, element or value, as {@link #getItem(Object)}.
	 * @param extraction the name of the field, the position from 0, or the key
	 * @return the column
	 */
	public Column apply(@Nullable Object extraction) {
		return getItem(extraction);
	}

	/**
	 * This struct with a field added or replaced.
	 * @param fieldName the name, with dots for a field further down
	 * @param col what the field computes
	 * @return the column
	 */
	public Column withField(String fieldName, ColumnLike col) {
		return new Column(new ComplexTypeExpression.UpdateField(expression(), fieldName, col.toColumn().expression()));
	}

	/**
	 * This struct without some fields.
	 * @param fieldNames the names, with dots for fields further down
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
	 * This function computed over the rows around each row.
	 * @param window which rows
	 * @return the column
	 */
	public Column over(WindowSpec window) {
		return new Column(window.over(expression()));
	}

	/**
	 * This function computed over all rows.
	 * @return the column
	 */
	public Column over() {
		return over(WindowSpec.EMPTY);
	}

	/**
	 * Marks a column of the frame around a subquery, where the subquery uses it. Name it
	 * by the alias of that frame, as in {@code col("t.id").outer()}:
	 * {@link DataFrame#col} would look for it in the subquery.
	 * <p>
	 * The server finds such columns by itself, so this is the same column; the mark is
	 * for readers, and for code that is shared with Spark's own API.
	 * @return this column
	 */
	public Column outer() {
		return this;
	}

	/**
	 * Whether a frame of one column has this value among its rows.
	 * @param frame the frame
	 * @return a boolean column
	 */
	public Column isin(DataFrame frame) {
		return new Column(new Subquery(frame.relation(), Subquery.Type.IN, List.of(expression())));
	}

	/**
	 * This under another name.
	 * @param alias the name
	 * @return the column
	 */
	public Column as(String alias) {
		return unlocated(new UnaryExpression.Alias(expression(), List.of(alias)));
	}

	/**
	 * Names this column, with metadata that stays with it.
	 * @param alias the name
	 * @param metadata a JSON object
	 * @return the column
	 */
	public Column as(String alias, String metadata) {
		return unlocated(new UnaryExpression.Alias(expression(), List.of(alias), metadata));
	}

	/**
	 * Applies a function, so that calls read in their order:
	 * {@code col("a").transform(Functions::upper)}.
	 * @param f the function
	 * @return what it returns
	 */
	public Column transform(UnaryOperator<Column> f) {
		return f.apply(this);
	}

	/**
	 * Prints this column as text close to SQL to the standard output.
	 * @param extended of no effect: there is just one text
	 */
	public void explain(boolean extended) {
		System.out.println(this);
	}

	/**
	 * This under other names, where it makes several columns.
	 * @param aliases a name for each column
	 * @return the column
	 */
	public Column as(String[] aliases) {
		return unlocated(new UnaryExpression.Alias(expression(), List.of(aliases)));
	}

	/**
	 * This under another name, as {@link #as(String)}.
	 * @param alias the name
	 * @return the column
	 */
	public Column alias(String alias) {
		return as(alias);
	}

	/**
	 * This under another name, as {@link #as(String)}.
	 * @param alias the name
	 * @return the column
	 */
	public Column name(String alias) {
		return as(alias);
	}

	/**
	 * This in another type. In ANSI mode, the default from Spark 4 on, a value that does
	 * not fit is an error.
	 * @param to the type
	 * @return the column
	 */
	public Column cast(DataType to) {
		return new Column(new UnaryExpression.Cast(expression(), to, false));
	}

	/**
	 * This in another type, given as SQL writes it.
	 * @param to a type such as {@code decimal(10,2)}
	 * @return the column
	 */
	public Column cast(String to) {
		return cast(new UnparsedType(to));
	}

	/**
	 * This in another type, with null for a value that does not fit.
	 * @param to the type
	 * @return the column
	 */
	public Column try_cast(DataType to) {
		return new Column(new UnaryExpression.Cast(expression(), to, true));
	}

	/**
	 * This in another type, with null for a value that does not fit.
	 * @param to a type such as {@code decimal(10,2)}
	 * @return the column
	 */
	public Column try_cast(String to) {
		return try_cast(new UnparsedType(to));
	}

	/**
	 * Sorts from small to large, nulls first.
	 * @return the order
	 */
	public Column asc() {
		return asc_nulls_first();
	}

	/**
	 * Sorts from small to large, nulls first.
	 * @return the order
	 */
	public Column asc_nulls_first() {
		return unlocated(new UnaryExpression.SortOrder(expression(), true, true));
	}

	/**
	 * Sorts from small to large, nulls last.
	 * @return the order
	 */
	public Column asc_nulls_last() {
		return unlocated(new UnaryExpression.SortOrder(expression(), true, false));
	}

	/**
	 * Sorts from large to small, nulls last.
	 * @return the order
	 */
	public Column desc() {
		return desc_nulls_last();
	}

	/**
	 * Sorts from large to small, nulls first.
	 * @return the order
	 */
	public Column desc_nulls_first() {
		return unlocated(new UnaryExpression.SortOrder(expression(), false, true));
	}

	/**
	 * Sorts from large to small, nulls last.
	 * @return the order
	 */
	public Column desc_nulls_last() {
		return unlocated(new UnaryExpression.SortOrder(expression(), false, false));
	}

	UnaryExpression.SortOrder sortOrder() {
		return (this.expression instanceof UnaryExpression.SortOrder order) ? order
				: new UnaryExpression.SortOrder(expression(), true, true);
	}

	/**
	 * Compares the descriptions, not what they compute; for the latter there is
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
