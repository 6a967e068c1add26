package io.sparkex;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Grouping;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.WithOrigin;
import io.sparkex.types.DataType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StructField;

/**
 * Grouped rows of a DataFrame, from {@link DataFrame#groupBy(ColumnLike...)},
 * {@code rollup}, {@code cube} or {@code groupingSets}. The aggregation methods return a
 * DataFrame with one row for each group: the grouping columns, followed by the
 * aggregates. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class GroupedData {

	private static final Set<SimpleType> NUMBERS = EnumSet.of(SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER,
			SimpleType.LONG, SimpleType.FLOAT, SimpleType.DOUBLE);

	private final DataFrame df;

	private final Grouping.GroupType type;

	private final List<Expression> keys;

	private final Grouping.@Nullable Pivot pivot;

	private final List<List<Expression>> sets;

	GroupedData(DataFrame df, Grouping.GroupType type, List<Expression> keys) {
		this(df, type, keys, null, List.of());
	}

	GroupedData(DataFrame df, Grouping.GroupType type, List<Expression> keys, Grouping.@Nullable Pivot pivot,
			List<List<Expression>> sets) {
		this.df = df;
		this.type = type;
		this.keys = keys;
		this.pivot = pivot;
		this.sets = sets;
	}

	/**
	 * Pivots a column: each distinct value of the column becomes an output column. The
	 * server runs an extra query to find the values; passing them to
	 * {@link #pivot(String, List)} is faster.
	 * @param pivotColumn the column name
	 * @return the grouped data
	 */
	public GroupedData pivot(String pivotColumn) {
		return pivot(Functions.col(pivotColumn));
	}

	/**
	 * Pivots a column: each of the given values becomes an output column.
	 * @param pivotColumn the column name
	 * @param values the values of the column
	 * @return the grouped data
	 */
	public GroupedData pivot(String pivotColumn, List<?> values) {
		return pivot(Functions.col(pivotColumn), values);
	}

	/**
	 * Pivots a column, as {@link #pivot(String)} does.
	 * @param pivotColumn the column
	 * @return the grouped data
	 */
	public GroupedData pivot(ColumnLike pivotColumn) {
		return pivot(pivotColumn, List.of());
	}

	/**
	 * Pivots a column: each of the given values becomes an output column.
	 * @param pivotColumn the column
	 * @param values the values of the column
	 * @return the grouped data
	 */
	public GroupedData pivot(ColumnLike pivotColumn, List<?> values) {
		if (this.type != Grouping.GroupType.GROUP_BY || this.pivot != null) {
			throw new IllegalStateException("pivot() can follow groupBy() only, and only once");
		}
		List<Literal> literals = values.stream().map(Literal::of).toList();
		return new GroupedData(this.df, this.type, this.keys,
				new Grouping.Pivot(pivotColumn.toColumn().expression(), literals), this.sets);
	}

	/**
	 * Computes aggregates for each group.
	 * @param expr the first aggregate
	 * @param exprs further aggregates
	 * @return a new DataFrame
	 */
	public DataFrame agg(ColumnLike expr, ColumnLike... exprs) {
		return aggregate(Stream.concat(Stream.of(expr), Arrays.stream(exprs)));
	}

	/**
	 * Computes aggregates by function name for each group, as in
	 * {@code Map.of("price", "avg")}. The output columns are in the order of the map.
	 * @param exprs the name of the aggregate function by column name
	 * @return a new DataFrame
	 */
	public DataFrame agg(Map<String, String> exprs) {
		return aggregate(exprs.entrySet()
			.stream()
			.map((entry) -> Column.call(sqlName(entry.getValue()), Functions.col(entry.getKey()))));
	}

	private DataFrame aggregate(Stream<? extends ColumnLike> aggregates) {
		return this.df.with(new Grouping.Aggregate(this.df.relation(), this.type, this.keys,
				aggregates.map((aggregate) -> aggregate.toColumn().expression()).toList(), this.pivot, this.sets));
	}

	private static String sqlName(String function) {
		return switch (function.toLowerCase(Locale.ROOT)) {
			case "average", "mean" -> "avg";
			case "size" -> "count";
			default -> function;
		};
	}

	private DataFrame aggregateEach(String[] colNames, Function<String, Column> function) {
		return aggregate((colNames.length > 0) ? Arrays.stream(colNames).map(function)
				: numericColumns().map((name) -> function.apply("`" + name.replace("`", "``") + "`")));
	}

	/**
	 * Returns the names of the numeric columns that are not grouping columns. Their types
	 * are known only to the server.
	 */
	private Stream<String> numericColumns() {
		List<String> grouped = this.keys.stream()
			.map((key) -> (key instanceof WithOrigin located) ? located.child() : key)
			.map((key) -> (key instanceof LeafExpression.Attribute attribute) ? attribute.name() : "")
			.toList();
		return this.df.schema()
			.fields()
			.stream()
			.filter((field) -> isNumeric(field.dataType()) && !grouped.contains(field.name()))
			.map(StructField::name);
	}

	private static boolean isNumeric(DataType type) {
		return type instanceof DecimalType || (type instanceof SimpleType simple && NUMBERS.contains(simple));
	}

	/**
	 * Counts the rows of each group, in a column named {@code count}.
	 * @return a new DataFrame
	 */
	public DataFrame count() {
		return agg(Functions.count(Functions.lit(1)).as("count"));
	}

	/**
	 * Computes the sum of each numeric column for each group.
	 * @param colNames the names of numeric columns; if empty, all numeric columns that
	 * are not grouping columns
	 * @return a new DataFrame
	 */
	public DataFrame sum(String... colNames) {
		return aggregateEach(colNames, Functions::sum);
	}

	/**
	 * Computes the average of each numeric column for each group.
	 * @param colNames the names of numeric columns; if empty, all numeric columns that
	 * are not grouping columns
	 * @return a new DataFrame
	 */
	public DataFrame avg(String... colNames) {
		return aggregateEach(colNames, Functions::avg);
	}

	/**
	 * Computes the average of each numeric column for each group. Alias of
	 * {@link #avg(String...)}.
	 * @param colNames the names of numeric columns; if empty, all numeric columns that
	 * are not grouping columns
	 * @return a new DataFrame
	 */
	public DataFrame mean(String... colNames) {
		return avg(colNames);
	}

	/**
	 * Computes the minimum of each column for each group.
	 * @param colNames the column names; if empty, all numeric columns that are not
	 * grouping columns
	 * @return a new DataFrame
	 */
	public DataFrame min(String... colNames) {
		return aggregateEach(colNames, Functions::min);
	}

	/**
	 * Computes the maximum of each column for each group.
	 * @param colNames the column names; if empty, all numeric columns that are not
	 * grouping columns
	 * @return a new DataFrame
	 */
	public DataFrame max(String... colNames) {
		return aggregateEach(colNames, Functions::max);
	}

}
