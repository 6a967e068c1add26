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
 * Groups of rows, from {@link DataFrame#groupBy(Column...)}. Each method makes a frame of
 * one row a group: the columns it was grouped by, then the aggregates. Immutable.
 *
 * @since 0.1.0
 */
public final class GroupedData {

	private static final Set<SimpleType> NUMBERS = EnumSet.of(SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER,
			SimpleType.LONG, SimpleType.FLOAT, SimpleType.DOUBLE);

	private final DataFrame frame;

	private final Grouping.GroupType type;

	private final List<Expression> keys;

	private final Grouping.@Nullable Pivot pivot;

	private final List<List<Expression>> sets;

	GroupedData(DataFrame frame, Grouping.GroupType type, List<Expression> keys) {
		this(frame, type, keys, null, List.of());
	}

	GroupedData(DataFrame frame, Grouping.GroupType type, List<Expression> keys, Grouping.@Nullable Pivot pivot,
			List<List<Expression>> sets) {
		this.frame = frame;
		this.type = type;
		this.keys = keys;
		this.pivot = pivot;
		this.sets = sets;
	}

	/**
	 * Makes a column of each value of a column. The server runs the query once more to
	 * find the values; naming them is faster.
	 * @param pivotColumn the name of the column
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(String pivotColumn) {
		return pivot(Functions.col(pivotColumn));
	}

	/**
	 * Makes a column of each of some values of a column.
	 * @param pivotColumn the name of the column
	 * @param values the values
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(String pivotColumn, List<?> values) {
		return pivot(Functions.col(pivotColumn), values);
	}

	/**
	 * Makes a column of each value of a column, as {@link #pivot(String)}.
	 * @param pivotColumn the column
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(ColumnLike pivotColumn) {
		return pivot(pivotColumn, List.of());
	}

	/**
	 * Makes a column of each of some values of a column.
	 * @param pivotColumn the column
	 * @param values the values
	 * @return the groups, to be aggregated
	 */
	public GroupedData pivot(ColumnLike pivotColumn, List<?> values) {
		if (this.type != Grouping.GroupType.GROUP_BY || this.pivot != null) {
			throw new IllegalStateException("pivot() can follow groupBy() only, and only once");
		}
		List<Literal> literals = values.stream().map(Literal::of).toList();
		return new GroupedData(this.frame, this.type, this.keys,
				new Grouping.Pivot(pivotColumn.toColumn().expression(), literals), this.sets);
	}

	/**
	 * The given aggregates.
	 * @param expr the first aggregate
	 * @param exprs further aggregates
	 * @return a new frame
	 */
	public DataFrame agg(ColumnLike expr, ColumnLike... exprs) {
		return aggregate(Stream.concat(Stream.of(expr), Arrays.stream(exprs)));
	}

	/**
	 * Aggregates by name, as in {@code Map.of("price", "avg")}. The columns are in the
	 * order of the map.
	 * @param exprs the function to apply to each column, by the name of the column
	 * @return a new frame
	 */
	public DataFrame agg(Map<String, String> exprs) {
		return aggregate(exprs.entrySet()
			.stream()
			.map((entry) -> Column.call(sqlName(entry.getValue()), Functions.col(entry.getKey()))));
	}

	private DataFrame aggregate(Stream<? extends ColumnLike> aggregates) {
		return this.frame.with(new Grouping.Aggregate(this.frame.relation(), this.type, this.keys,
				aggregates.map((aggregate) -> aggregate.toColumn().expression()).toList(), this.pivot, this.sets));
	}

	private static String sqlName(String function) {
		return switch (function.toLowerCase(Locale.ROOT)) {
			case "average", "mean" -> "avg";
			case "size" -> "count";
			default -> function;
		};
	}

	private DataFrame each(String[] colNames, Function<String, Column> function) {
		return aggregate((colNames.length > 0) ? Arrays.stream(colNames).map(function)
				: numericColumns().map((name) -> function.apply("`" + name.replace("`", "``") + "`")));
	}

	/**
	 * The columns with numbers that are not grouped by. Their types are known to the
	 * server only.
	 */
	private Stream<String> numericColumns() {
		List<String> grouped = this.keys.stream()
			.map((key) -> (key instanceof WithOrigin located) ? located.child() : key)
			.map((key) -> (key instanceof LeafExpression.Attribute attribute) ? attribute.name() : "")
			.toList();
		return this.frame.schema()
			.fields()
			.stream()
			.filter((field) -> isNumeric(field.dataType()) && !grouped.contains(field.name()))
			.map(StructField::name);
	}

	private static boolean isNumeric(DataType type) {
		return type instanceof DecimalType || (type instanceof SimpleType simple && NUMBERS.contains(simple));
	}

	/**
	 * The count of rows, in a column named {@code count}.
	 * @return a new frame
	 */
	public DataFrame count() {
		return agg(Functions.count(Functions.lit(1)).as("count"));
	}

	/**
	 * The sum of each column.
	 * @param colNames the names of numeric columns; none for all of them that are not
	 * grouped by
	 * @return a new frame
	 */
	public DataFrame sum(String... colNames) {
		return each(colNames, Functions::sum);
	}

	/**
	 * The mean of each column.
	 * @param colNames the names of numeric columns; none for all of them that are not
	 * grouped by
	 * @return a new frame
	 */
	public DataFrame avg(String... colNames) {
		return each(colNames, Functions::avg);
	}

	/**
	 * The mean of each column, as {@link #avg(String...)}.
	 * @param colNames the names of numeric columns; none for all of them that are not
	 * grouped by
	 * @return a new frame
	 */
	public DataFrame mean(String... colNames) {
		return avg(colNames);
	}

	/**
	 * The smallest value of each column.
	 * @param colNames the names; none for all numeric columns that are not grouped by
	 * @return a new frame
	 */
	public DataFrame min(String... colNames) {
		return each(colNames, Functions::min);
	}

	/**
	 * The largest value of each column.
	 * @param colNames the names; none for all numeric columns that are not grouped by
	 * @return a new frame
	 */
	public DataFrame max(String... colNames) {
		return each(colNames, Functions::max);
	}

}
