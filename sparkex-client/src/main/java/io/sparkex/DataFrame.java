package io.sparkex;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.mapping.RowMapper;
import io.sparkex.plan.Arrangement;
import io.sparkex.plan.Call;
import io.sparkex.plan.Combination;
import io.sparkex.plan.Command;
import io.sparkex.plan.Decoration;
import io.sparkex.plan.ExplainMode;
import io.sparkex.plan.Expression;
import io.sparkex.plan.Grouping;
import io.sparkex.plan.JoinType;
import io.sparkex.plan.Leaf;
import io.sparkex.plan.Operator;
import io.sparkex.plan.Projection;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Rendering;
import io.sparkex.plan.Reshaping;
import io.sparkex.plan.Selection;
import io.sparkex.plan.SetOperationType;
import io.sparkex.plan.Statistic;
import io.sparkex.plan.Subquery;
import io.sparkex.types.StructType;

/**
 * A query that has not run: columns with names and types, and how their rows come about.
 * <p>
 * Each method that returns a frame only describes more of the query and asks the server
 * nothing. The methods of {@link Results}, {@link #count()} and the {@code show} methods
 * run it; {@link #schema()}, {@link #columns()}, {@link #printSchema()} and the
 * {@code explain} methods have the server analyze it. A wrong column name is reported by
 * these, not before.
 * <p>
 * Immutable and thread-safe. Usable as long as its session is open, and only with frames
 * of the same session.
 *
 * @since 0.1.0
 */
public final class DataFrame implements Results<Row> {

	private static final int SHOWN_ROWS = 20;

	private static final int SHOWN_CHARACTERS = 20;

	private final SparkSession session;

	private final Relation relation;

	private volatile @Nullable StructType schema;

	DataFrame(SparkSession session, Relation relation) {
		this.session = session;
		this.relation = relation;
	}

	Relation relation() {
		return this.relation;
	}

	DataFrame with(Operator operator) {
		return this.session.frame(operator);
	}

	/**
	 * The session this frame belongs to.
	 * @return the session
	 */
	public SparkSession sparkSession() {
		return this.session;
	}

	/**
	 * A column of this frame, and of no other one that it is joined with.
	 * @param colName the name; {@code *} for all columns
	 * @return the column
	 */
	public Column col(String colName) {
		return Column.named(colName, this.relation.planId());
	}

	/**
	 * The given columns and no others.
	 * @param cols the columns
	 * @return a new frame
	 */
	public DataFrame select(Column... cols) {
		return with(new Projection.Project(this.relation, Column.expressions(cols)));
	}

	/**
	 * The columns of these names and no others.
	 * @param col the first name
	 * @param cols further names
	 * @return a new frame
	 */
	public DataFrame select(String col, String... cols) {
		return select(named(col, cols));
	}

	/**
	 * The columns that these expressions in SQL compute.
	 * @param exprs the texts
	 * @return a new frame
	 */
	public DataFrame selectExpr(String... exprs) {
		return select(Arrays.stream(exprs).map(Functions::expr).toArray(Column[]::new));
	}

	/**
	 * The rows for which the condition is true.
	 * @param condition a boolean column
	 * @return a new frame
	 */
	public DataFrame filter(Column condition) {
		return with(new Selection.Filter(this.relation, condition.expression()));
	}

	/**
	 * The rows for which a condition in SQL is true.
	 * @param conditionExpr the text; what comes from outside belongs into literals and
	 * not into it
	 * @return a new frame
	 */
	public DataFrame filter(String conditionExpr) {
		return filter(Functions.expr(conditionExpr));
	}

	/**
	 * The rows for which the condition is true, as {@link #filter(Column)}.
	 * @param condition a boolean column
	 * @return a new frame
	 */
	public DataFrame where(Column condition) {
		return filter(condition);
	}

	/**
	 * The rows for which a condition in SQL is true, as {@link #filter(String)}.
	 * @param conditionExpr the text
	 * @return a new frame
	 */
	public DataFrame where(String conditionExpr) {
		return filter(conditionExpr);
	}

	/**
	 * All columns, and one added or put in the place of that of its name.
	 * @param colName the name
	 * @param col what the column computes
	 * @return a new frame
	 */
	public DataFrame withColumn(String colName, Column col) {
		Decoration.Alias column = new Decoration.Alias(col.expression(), List.of(colName));
		return with(new Projection.WithColumns(this.relation, List.of(column)));
	}

	/**
	 * All columns, and some added or put in the place of those of their names. One call
	 * with many columns is planned much faster than many calls.
	 * @param colsMap what the columns compute, by their names
	 * @return a new frame
	 */
	public DataFrame withColumns(Map<String, Column> colsMap) {
		List<Decoration.Alias> columns = colsMap.entrySet()
			.stream()
			.map((entry) -> new Decoration.Alias(entry.getValue().expression(), List.of(entry.getKey())))
			.toList();
		return with(new Projection.WithColumns(this.relation, columns));
	}

	/**
	 * All columns, one of them under another name; nothing changes if there is none of
	 * that name.
	 * @param existingName the name it has
	 * @param newName the name it gets
	 * @return a new frame
	 */
	public DataFrame withColumnRenamed(String existingName, String newName) {
		return withColumnsRenamed(Map.of(existingName, newName));
	}

	/**
	 * All columns, some of them under other names.
	 * @param colsMap the new names by the old ones; names that do not exist are passed
	 * over
	 * @return a new frame
	 */
	public DataFrame withColumnsRenamed(Map<String, String> colsMap) {
		return with(new Projection.Rename(this.relation, colsMap));
	}

	/**
	 * All columns, one of them with other metadata.
	 * @param columnName the name of the column
	 * @param metadata a JSON object
	 * @return a new frame
	 */
	public DataFrame withMetadata(String columnName, String metadata) {
		Decoration.Alias column = new Decoration.Alias(col(columnName).expression(), List.of(columnName), metadata);
		return with(new Projection.WithColumns(this.relation, List.of(column)));
	}

	/**
	 * All columns under new names.
	 * @param colNames a name for each column
	 * @return a new frame
	 */
	public DataFrame toDF(String... colNames) {
		return with(new Projection.ToDf(this.relation, List.of(colNames)));
	}

	/**
	 * The columns of a schema, found by name, in its order and cast to its types.
	 * @param schema the schema
	 * @return a new frame
	 */
	public DataFrame to(StructType schema) {
		return with(new Projection.ToSchema(this.relation, schema));
	}

	/**
	 * What a function makes of this frame, to chain steps that are functions.
	 * @param t the function
	 * @return the frame it makes
	 */
	public DataFrame transform(UnaryOperator<DataFrame> t) {
		return t.apply(this);
	}

	/**
	 * A hidden column of the source, such as {@code _metadata} of files.
	 * @param colName the name
	 * @return the column
	 */
	public Column metadataColumn(String colName) {
		return new Column(new Leaf.Attribute(colName, this.relation.planId(), true));
	}

	/**
	 * The columns whose names match a regular expression.
	 * @param colName the expression in back-quotes, or a plain name
	 * @return the columns
	 */
	public Column colRegex(String colName) {
		return new Column(new Leaf.Regex(colName, this.relation.planId()));
	}

	/**
	 * All columns but those of these names; names that do not exist are passed over.
	 * @param colNames the names, dots and all
	 * @return a new frame
	 */
	public DataFrame drop(String... colNames) {
		return with(new Projection.Drop(this.relation, List.of(), List.of(colNames)));
	}

	/**
	 * All columns but the given ones.
	 * @param col the first column
	 * @param cols further columns
	 * @return a new frame
	 */
	public DataFrame drop(Column col, Column... cols) {
		return with(new Projection.Drop(this.relation, Column.expressions(joined(col, cols)), List.of()));
	}

	/**
	 * This frame under a name by which its columns can be qualified, as in
	 * {@code col("name.column")}.
	 * @param alias the name
	 * @return a new frame
	 */
	public DataFrame as(String alias) {
		return with(new Projection.SubqueryAlias(this.relation, alias));
	}

	/**
	 * This frame under a name, as {@link #as(String)}.
	 * @param alias the name
	 * @return a new frame
	 */
	public DataFrame alias(String alias) {
		return as(alias);
	}

	/**
	 * The rows as records, or as single values where there is one column. Names meet
	 * regardless of case and underscores; types may widen but never lose a value.
	 * @param <T> the class
	 * @param target a record, or the class of a single value
	 * @return results that throw a {@link io.sparkex.errors.MappingException} if the rows
	 * do not fit the class
	 */
	public <T> Results<T> as(Class<T> target) {
		return new MappedResults<>(this, (rowSchema) -> RowMapper.compile(rowSchema, target));
	}

	/**
	 * Every row of this frame with every row of the other.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right) {
		return join(right, JoinType.INNER, null, List.of());
	}

	/**
	 * The rows of both frames that agree in a column, which occurs once in the result.
	 * @param right the other frame
	 * @param usingColumn the name that the column has on both sides
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, String usingColumn) {
		return join(right, JoinType.INNER, null, List.of(usingColumn));
	}

	/**
	 * The rows of both frames that agree in some columns, which occur once in the result.
	 * @param right the other frame
	 * @param usingColumns the names that the columns have on both sides
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, String[] usingColumns) {
		return join(right, JoinType.INNER, null, List.of(usingColumns));
	}

	/**
	 * A join on a column that both frames have, which occurs once in the result.
	 * @param right the other frame
	 * @param usingColumn the name of the column
	 * @param joinType {@code inner}, {@code cross}, {@code outer}, {@code full},
	 * {@code left}, {@code right}, {@code semi}, {@code anti}, or one of Spark's longer
	 * names for them
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String usingColumn, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumn));
	}

	/**
	 * A join on columns that both frames have, which occur once in the result.
	 * @param right the other frame
	 * @param usingColumns the names of the columns
	 * @param joinType as in {@link #join(DataFrame, String, String)}
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String[] usingColumns, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumns));
	}

	/**
	 * The pairs of rows for which a condition is true.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @return a new frame
	 */
	public DataFrame join(DataFrame right, Column joinExprs) {
		return join(right, JoinType.INNER, joinExprs.expression(), List.of());
	}

	/**
	 * A join on a condition.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @param joinType as in {@link #join(DataFrame, String, String)}
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, Column joinExprs, String joinType) {
		return join(right, JoinType.of(joinType), joinExprs.expression(), List.of());
	}

	/**
	 * Every row of this frame with every row of the other, on purpose.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame crossJoin(DataFrame right) {
		return join(right, JoinType.CROSS, null, List.of());
	}

	/**
	 * Every row of this frame with the rows that the other makes of it: the other can
	 * refer to columns of this one through {@link Column#outer()}.
	 * @param right the other frame
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right) {
		return lateralJoin(right, JoinType.INNER, null);
	}

	/**
	 * The rows of this frame with those that the other makes of them and that match.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, Column joinExprs) {
		return lateralJoin(right, JoinType.INNER, joinExprs.expression());
	}

	/**
	 * Every row of this frame with the rows that the other makes of it.
	 * @param right the other frame
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), null);
	}

	/**
	 * The rows of this frame with those that the other makes of them and that match.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new frame
	 */
	public DataFrame lateralJoin(DataFrame right, Column joinExprs, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), joinExprs.expression());
	}

	private DataFrame lateralJoin(DataFrame right, JoinType type, @Nullable Expression condition) {
		return with(new Combination.LateralJoin(this.relation, sameSession(right), type, condition));
	}

	private DataFrame join(DataFrame right, JoinType type, @Nullable Expression condition, List<String> using) {
		return with(new Combination.Join(this.relation, sameSession(right), type, condition, using));
	}

	private Relation sameSession(DataFrame other) {
		if (other.session != this.session) {
			throw new IllegalArgumentException("Both frames must belong to the same session");
		}
		return other.relation;
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by position.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame union(DataFrame other) {
		return combined(other, SetOperationType.UNION, true, false, false);
	}

	/**
	 * The rows of both frames, as {@link #union(DataFrame)}.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame unionAll(DataFrame other) {
		return union(other);
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by name.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame unionByName(DataFrame other) {
		return unionByName(other, false);
	}

	/**
	 * The rows of this frame, then those of the other; columns meet by name.
	 * @param other the other frame
	 * @param allowMissingColumns whether a column that one of them lacks is filled with
	 * nulls
	 * @return a new frame
	 */
	public DataFrame unionByName(DataFrame other, boolean allowMissingColumns) {
		return combined(other, SetOperationType.UNION, true, true, allowMissingColumns);
	}

	/**
	 * The distinct rows that both frames have.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame intersect(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, false, false, false);
	}

	/**
	 * The distinct rows of this frame that the other does not have.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame except(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, false, false, false);
	}

	/**
	 * The rows that both frames have, as often as the frame that has them less often.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame intersectAll(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, true, false, false);
	}

	/**
	 * The rows of this frame without those of the other, each taken away as often as the
	 * other has it.
	 * @param other the other frame
	 * @return a new frame
	 */
	public DataFrame exceptAll(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, true, false, false);
	}

	private DataFrame combined(DataFrame other, SetOperationType type, boolean all, boolean byName,
			boolean allowMissingColumns) {
		return with(new Combination.SetOperation(this.relation, sameSession(other), type, all, byName,
				allowMissingColumns));
	}

	/**
	 * Forms groups of the rows that agree in some columns.
	 * @param cols the columns; none makes one group of all rows
	 * @return the groups, to be aggregated
	 */
	public GroupedData groupBy(Column... cols) {
		return new GroupedData(this, Grouping.GroupType.GROUP_BY, Column.expressions(cols));
	}

	/**
	 * Forms groups of the rows that agree in some columns.
	 * @param col1 the first name
	 * @param cols further names
	 * @return the groups, to be aggregated
	 */
	public GroupedData groupBy(String col1, String... cols) {
		return groupBy(named(col1, cols));
	}

	/**
	 * One row of aggregates over all rows.
	 * @param expr the first aggregate
	 * @param exprs further aggregates
	 * @return a new frame
	 */
	public DataFrame agg(Column expr, Column... exprs) {
		return groupBy().agg(expr, exprs);
	}

	/**
	 * Forms groups for each prefix of the columns, down to one group of all rows.
	 * @param cols the columns
	 * @return the groups, to be aggregated
	 */
	public GroupedData rollup(Column... cols) {
		return new GroupedData(this, Grouping.GroupType.ROLLUP, Column.expressions(cols));
	}

	/**
	 * Forms groups for each prefix of the columns, down to one group of all rows.
	 * @param col1 the first name
	 * @param cols further names
	 * @return the groups, to be aggregated
	 */
	public GroupedData rollup(String col1, String... cols) {
		return rollup(named(col1, cols));
	}

	/**
	 * Forms groups for each choice of the columns.
	 * @param cols the columns
	 * @return the groups, to be aggregated
	 */
	public GroupedData cube(Column... cols) {
		return new GroupedData(this, Grouping.GroupType.CUBE, Column.expressions(cols));
	}

	/**
	 * Forms groups for each choice of the columns.
	 * @param col1 the first name
	 * @param cols further names
	 * @return the groups, to be aggregated
	 */
	public GroupedData cube(String col1, String... cols) {
		return cube(named(col1, cols));
	}

	/**
	 * Forms groups for each of some choices of the columns.
	 * @param groupingSets the choices
	 * @param cols all columns that occur in them
	 * @return the groups, to be aggregated
	 */
	public GroupedData groupingSets(List<List<Column>> groupingSets, Column... cols) {
		List<List<Expression>> sets = groupingSets.stream()
			.map((set) -> Column.expressions(set.toArray(Column[]::new)))
			.toList();
		return new GroupedData(this, Grouping.GroupType.GROUPING_SETS, Column.expressions(cols), null, sets);
	}

	/**
	 * One row of aggregates over all rows.
	 * @param exprs the function to apply to each column, by the name of the column
	 * @return a new frame
	 */
	public DataFrame agg(Map<String, String> exprs) {
		return groupBy().agg(exprs);
	}

	/**
	 * The rows in an order.
	 * @param sortExprs what to sort by; ascending with nulls first unless it says
	 * otherwise
	 * @return a new frame
	 */
	public DataFrame orderBy(Column... sortExprs) {
		return with(new Selection.Sort(this.relation, Arrays.stream(sortExprs).map(Column::sortOrder).toList(), true));
	}

	/**
	 * The rows in ascending order of some columns, nulls first.
	 * @param sortCol the first name
	 * @param sortCols further names
	 * @return a new frame
	 */
	public DataFrame orderBy(String sortCol, String... sortCols) {
		return orderBy(named(sortCol, sortCols));
	}

	/**
	 * The rows in an order, as {@link #orderBy(Column...)}.
	 * @param sortExprs what to sort by
	 * @return a new frame
	 */
	public DataFrame sort(Column... sortExprs) {
		return orderBy(sortExprs);
	}

	/**
	 * The rows in an order, as {@link #orderBy(String, String...)}.
	 * @param sortCol the first name
	 * @param sortCols further names
	 * @return a new frame
	 */
	public DataFrame sort(String sortCol, String... sortCols) {
		return orderBy(sortCol, sortCols);
	}

	/**
	 * At most so many rows.
	 * @param n the most rows, 0 or more
	 * @return a new frame
	 */
	public DataFrame limit(int n) {
		return with(new Selection.Limit(this.relation, n));
	}

	/**
	 * The rows without repetitions.
	 * @return a new frame
	 */
	public DataFrame distinct() {
		return with(new Selection.Deduplicate(this.relation, List.of()));
	}

	/**
	 * One row of each set of rows that agree in some columns.
	 * @param colNames the names; none compares whole rows
	 * @return a new frame
	 */
	public DataFrame dropDuplicates(String... colNames) {
		return with(new Selection.Deduplicate(this.relation, List.of(colNames)));
	}

	/**
	 * One row of each set of rows that agree in some columns, as
	 * {@link #dropDuplicates(String...)}.
	 * @param colNames the names
	 * @return a new frame
	 */
	public DataFrame dropDuplicates(List<String> colNames) {
		return dropDuplicates(colNames.toArray(String[]::new));
	}

	/**
	 * One row of each set of rows of a stream that agree in some columns and are not
	 * further apart than its watermark.
	 * @param colNames the names; none compares whole rows
	 * @return a new frame
	 */
	public DataFrame dropDuplicatesWithinWatermark(String... colNames) {
		return with(new Selection.Deduplicate(this.relation, List.of(colNames), true));
	}

	/**
	 * The rows after so many.
	 * @param n how many to pass over, 0 or more
	 * @return a new frame
	 */
	public DataFrame offset(int n) {
		return with(new Selection.Offset(this.relation, n));
	}

	/**
	 * A random part of the rows.
	 * @param fraction about which share of them, from 0 to 1
	 * @return a new frame, which is the same each time it runs on the same rows
	 */
	public DataFrame sample(double fraction) {
		return sample(false, fraction);
	}

	/**
	 * A random part of the rows.
	 * @param fraction about which share of them, from 0 to 1
	 * @param seed the seed
	 * @return a new frame
	 */
	public DataFrame sample(double fraction, long seed) {
		return sample(false, fraction, seed);
	}

	/**
	 * A random part of the rows.
	 * @param withReplacement whether a row may be chosen more than once
	 * @param fraction about which share of them, from 0 on
	 * @return a new frame, which is the same each time it runs on the same rows
	 */
	public DataFrame sample(boolean withReplacement, double fraction) {
		return sample(withReplacement, fraction, ThreadLocalRandom.current().nextLong());
	}

	/**
	 * A random part of the rows.
	 * @param withReplacement whether a row may be chosen more than once
	 * @param fraction about which share of them, from 0 on
	 * @param seed the seed
	 * @return a new frame
	 */
	public DataFrame sample(boolean withReplacement, double fraction, long seed) {
		return with(new Selection.Sample(this.relation, 0, fraction, withReplacement, seed, false));
	}

	/**
	 * The rows in random parts.
	 * @param weights the sizes of the parts in relation to each other, positive
	 * @return a frame for each part
	 */
	public DataFrame[] randomSplit(double[] weights) {
		return randomSplit(weights, ThreadLocalRandom.current().nextLong());
	}

	/**
	 * The rows in random parts.
	 * @param weights the sizes of the parts in relation to each other, positive
	 * @param seed the seed
	 * @return a frame for each part
	 */
	public DataFrame[] randomSplit(double[] weights, long seed) {
		double sum = Arrays.stream(weights).sum();
		if (!(sum > 0) || Arrays.stream(weights).anyMatch((weight) -> !(weight >= 0))) {
			throw new IllegalArgumentException(
					"weights must not be negative and not all 0 but are " + Arrays.toString(weights));
		}
		DataFrame[] parts = new DataFrame[weights.length];
		double lower = 0;
		for (int i = 0; i < weights.length; i++) {
			double upper = (i == weights.length - 1) ? 1 : Math.min(1, lower + weights[i] / sum);
			parts[i] = with(new Selection.Sample(this.relation, lower, Math.max(lower, upper), false, seed, true));
			lower = upper;
		}
		return parts;
	}

	/**
	 * The rows in an order within each partition.
	 * @param sortExprs what to sort by
	 * @return a new frame
	 */
	public DataFrame sortWithinPartitions(Column... sortExprs) {
		return with(new Selection.Sort(this.relation, Arrays.stream(sortExprs).map(Column::sortOrder).toList(), false));
	}

	/**
	 * The rows in an order within each partition.
	 * @param sortCol the first name
	 * @param sortCols further names
	 * @return a new frame
	 */
	public DataFrame sortWithinPartitions(String sortCol, String... sortCols) {
		return sortWithinPartitions(named(sortCol, sortCols));
	}

	/**
	 * The rows spread evenly over so many partitions.
	 * @param numPartitions the count, at least 1
	 * @return a new frame
	 */
	public DataFrame repartition(int numPartitions) {
		return with(new Arrangement.Repartition(this.relation, numPartitions, true));
	}

	/**
	 * The rows merged into at most so many partitions, without moving them around.
	 * @param numPartitions the count, at least 1
	 * @return a new frame
	 */
	public DataFrame coalesce(int numPartitions) {
		return with(new Arrangement.Repartition(this.relation, numPartitions, false));
	}

	/**
	 * The rows spread over partitions by what they have in common.
	 * @param partitionExprs what rows of a partition have in common
	 * @return a new frame
	 */
	public DataFrame repartition(Column... partitionExprs) {
		return repartitioned(null, Column.expressions(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions by what they have in common.
	 * @param numPartitions the count, at least 1
	 * @param partitionExprs what rows of a partition have in common
	 * @return a new frame
	 */
	public DataFrame repartition(int numPartitions, Column... partitionExprs) {
		return repartitioned(numPartitions, Column.expressions(partitionExprs));
	}

	/**
	 * The rows spread over partitions by ranges of an order.
	 * @param partitionExprs what to order by
	 * @return a new frame
	 */
	public DataFrame repartitionByRange(Column... partitionExprs) {
		return repartitioned(null, orders(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions by ranges of an order.
	 * @param numPartitions the count, at least 1
	 * @param partitionExprs what to order by
	 * @return a new frame
	 */
	public DataFrame repartitionByRange(int numPartitions, Column... partitionExprs) {
		return repartitioned(numPartitions, orders(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions, each to the one whose number is computed
	 * for it. Known to servers from Spark 4.1 on.
	 * @param numPartitions the count, at least 1
	 * @param partitionIdExpr the number, from 0
	 * @return a new frame
	 */
	public DataFrame repartitionById(int numPartitions, Column partitionIdExpr) {
		return repartitioned(numPartitions, List.of(new Call.PartitionId(partitionIdExpr.expression())));
	}

	private static List<Expression> orders(Column... columns) {
		return Arrays.stream(columns).<Expression>map(Column::sortOrder).toList();
	}

	private DataFrame repartitioned(@Nullable Integer partitions, List<Expression> expressions) {
		if (expressions.isEmpty() && partitions != null) {
			return repartition(partitions);
		}
		return with(new Arrangement.RepartitionByExpression(this.relation, expressions, partitions));
	}

	/**
	 * This frame with advice to the optimizer.
	 * @param name the name of the hint, such as {@code broadcast}
	 * @param parameters its parameters: columns or values
	 * @return a new frame
	 */
	public DataFrame hint(String name, @Nullable Object... parameters) {
		List<Expression> expressions = Arrays.stream(parameters)
			.map((parameter) -> Column.of(parameter).expression())
			.toList();
		return with(new Arrangement.Hint(this.relation, name, expressions));
	}

	/**
	 * How late the rows of a stream may come.
	 * @param eventTime the name of the column with the time of an event
	 * @param delayThreshold an interval as SQL writes it, such as {@code 10 minutes}
	 * @return a new frame
	 */
	public DataFrame withWatermark(String eventTime, String delayThreshold) {
		return with(new Arrangement.WithWatermark(this.relation, eventTime, delayThreshold));
	}

	/**
	 * A row for each of some columns, with its name and its value.
	 * @param ids the columns to keep
	 * @param values the columns to make rows of
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame unpivot(Column[] ids, Column[] values, String variableColumnName, String valueColumnName) {
		return with(new Reshaping.Unpivot(this.relation, Column.expressions(ids), Column.expressions(values),
				variableColumnName, valueColumnName));
	}

	/**
	 * A row for each of the columns that are not kept, with its name and its value.
	 * @param ids the columns to keep
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame unpivot(Column[] ids, String variableColumnName, String valueColumnName) {
		return with(new Reshaping.Unpivot(this.relation, Column.expressions(ids), null, variableColumnName,
				valueColumnName));
	}

	/**
	 * A row for each of some columns, as
	 * {@link #unpivot(Column[], Column[], String, String)}.
	 * @param ids the columns to keep
	 * @param values the columns to make rows of
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame melt(Column[] ids, Column[] values, String variableColumnName, String valueColumnName) {
		return unpivot(ids, values, variableColumnName, valueColumnName);
	}

	/**
	 * A row for each of the columns that are not kept, as
	 * {@link #unpivot(Column[], String, String)}.
	 * @param ids the columns to keep
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame melt(Column[] ids, String variableColumnName, String valueColumnName) {
		return unpivot(ids, variableColumnName, valueColumnName);
	}

	/**
	 * Rows as columns, named by the values of a column, and columns as rows.
	 * @param indexColumn the column whose values become names
	 * @return a new frame
	 */
	public DataFrame transpose(Column indexColumn) {
		return with(new Reshaping.Transpose(this.relation, List.of(indexColumn.expression())));
	}

	/**
	 * Rows as columns, named by the values of the first column, and columns as rows.
	 * @return a new frame
	 */
	public DataFrame transpose() {
		return with(new Reshaping.Transpose(this.relation, List.of()));
	}

	/**
	 * What can be done about nulls and wrong values.
	 * @return the methods for it
	 */
	public DataFrameNaFunctions na() {
		return new DataFrameNaFunctions(this);
	}

	/**
	 * Statistics of the columns.
	 * @return the methods for it
	 */
	public DataFrameStatFunctions stat() {
		return new DataFrameStatFunctions(this);
	}

	/**
	 * Count, mean, deviation, least and greatest value of columns, as text.
	 * @param cols the names; none for all columns that can be described
	 * @return a new frame
	 */
	public DataFrame describe(String... cols) {
		return with(new Statistic.Describe(this.relation, List.of(cols)));
	}

	/**
	 * Chosen statistics of all columns that have them, as text.
	 * @param statistics their names: {@code count}, {@code mean}, {@code stddev},
	 * {@code min}, {@code max}, {@code count_distinct}, {@code approx_count_distinct} or
	 * percentages such as {@code 75%}; none for the usual ones
	 * @return a new frame
	 */
	public DataFrame summary(String... statistics) {
		return with(new Statistic.Summary(this.relation, List.of(statistics)));
	}

	/**
	 * The only value of this frame, as a column of another. May refer to columns of the
	 * other through {@link Column#outer()}.
	 * @return the column, null if there is no row
	 */
	public Column scalar() {
		return new Column(new Subquery(this.relation, Subquery.Type.SCALAR, List.of()));
	}

	/**
	 * Whether this frame has rows, as a column of another. May refer to columns of the
	 * other through {@link Column#outer()}.
	 * @return a boolean column
	 */
	public Column exists() {
		return new Column(new Subquery(this.relation, Subquery.Type.EXISTS, List.of()));
	}

	/**
	 * Starts to describe how this frame is written to files, a table or another target.
	 * @return a writer
	 */
	public DataFrameWriter write() {
		return new DataFrameWriter(this.session, this.relation);
	}

	/**
	 * Starts to describe how this frame is written to a table of a catalog.
	 * @param table the name, which may be qualified
	 * @return a writer
	 */
	public DataFrameWriterV2 writeTo(String table) {
		return new DataFrameWriterV2(this.session, this.relation, table);
	}

	/**
	 * Starts to describe how the rows of this frame update, delete and insert those of a
	 * table.
	 * @param table the name, which may be qualified
	 * @param condition when a row of this frame matches one of the table; to tell their
	 * columns apart, give this frame an {@link #as(String) alias}
	 * @return a writer
	 */
	public MergeIntoWriter mergeInto(String table, Column condition) {
		return new MergeIntoWriter(this.session, this.relation, table, condition);
	}

	/**
	 * Makes this frame a view of the session, gone when the session ends.
	 * @param viewName the name as SQL writes it; the server ignores a database before it
	 * @throws io.sparkex.errors.AnalysisException if the session has a view of the name,
	 * or it is no name
	 */
	public void createTempView(String viewName) {
		createView(viewName, false, false);
	}

	/**
	 * Makes this frame a view of the session, in place of one of the same name.
	 * @param viewName the name as SQL writes it; the server ignores a database before it
	 */
	public void createOrReplaceTempView(String viewName) {
		createView(viewName, false, true);
	}

	/**
	 * Makes this frame a view for all sessions of the server, until it is dropped or the
	 * server ends. SQL finds it in the database {@code global_temp}.
	 * @param viewName the name as SQL writes it; the server ignores a database before it
	 * @throws io.sparkex.errors.AnalysisException if there is a global view of the name
	 */
	public void createGlobalTempView(String viewName) {
		createView(viewName, true, false);
	}

	/**
	 * Makes this frame a view for all sessions of the server, in place of one of the same
	 * name. SQL finds it in the database {@code global_temp}.
	 * @param viewName the name as SQL writes it; the server ignores a database before it
	 */
	public void createOrReplaceGlobalTempView(String viewName) {
		createView(viewName, true, true);
	}

	private void createView(String name, boolean global, boolean replace) {
		this.session.run(new Command.CreateView(this.relation, name, global, replace));
	}

	@Override
	public Stream<Row> stream() {
		return rows().stream();
	}

	/**
	 * {@inheritDoc} They are views that together keep all received bytes in memory.
	 */
	@Override
	public List<Row> collect() {
		return rows().collect();
	}

	/**
	 * {@inheritDoc} They are detached from the batch they came with.
	 */
	@Override
	public List<Row> take(int rows) {
		return limit(rows).rows().collect().stream().map(Row::detached).toList();
	}

	/**
	 * Runs the query and returns all rows, as {@link #collect()}.
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> collectAsList() {
		return collect();
	}

	/**
	 * Runs the query for its last rows. All partitions may have to be computed.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> tail(int n) {
		return with(new Selection.Tail(this.relation, n)).rows().collect().stream().map(Row::detached).toList();
	}

	/**
	 * Runs the query for its first row, as {@link #first()}.
	 * @return the row
	 */
	public Row head() {
		return first();
	}

	/**
	 * Runs the query for its first rows, as {@link #take(int)}.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> head(int n) {
		return take(n);
	}

	private Results<Row> rows() {
		return new MappedResults<>(this, (rowSchema) -> Row::new);
	}

	BatchStream execute() {
		return this.session.execute(this.relation);
	}

	/**
	 * Runs the query for the count of its rows.
	 * @return the count
	 */
	public long count() {
		return groupBy().count().as(Long.class).single();
	}

	/**
	 * Runs the query for at least one row.
	 * @return {@code true} if it has none
	 */
	public boolean isEmpty() {
		return select(new Column[0]).take(1).isEmpty();
	}

	/**
	 * The names and types of the columns. Asked of the server once.
	 * @return the schema
	 */
	public StructType schema() {
		StructType known = this.schema;
		if (known == null) {
			known = this.session.analyzeSchema(this.relation);
			this.schema = known;
		}
		return known;
	}

	/**
	 * The names of the columns, from the {@link #schema()}.
	 * @return the names in their order
	 */
	public String[] columns() {
		return schema().fieldNames().toArray(String[]::new);
	}

	/**
	 * Prints the {@link #schema()} as a tree to the standard output.
	 */
	public void printSchema() {
		System.out.println(schema().treeString());
	}

	/**
	 * Prints the physical plan to the standard output.
	 */
	public void explain() {
		explain("simple");
	}

	/**
	 * Prints the plan to the standard output.
	 * @param extended whether to print the logical plans as well
	 */
	public void explain(boolean extended) {
		explain(extended ? "extended" : "simple");
	}

	/**
	 * Prints the plan to the standard output.
	 * @param mode {@code simple}, {@code extended}, {@code codegen}, {@code cost} or
	 * {@code formatted}
	 * @throws IllegalArgumentException if the mode is unknown
	 */
	public void explain(String mode) {
		System.out.println(explainString(mode));
	}

	/**
	 * The text that {@link #explain(String)} prints.
	 * @param mode {@code simple}, {@code extended}, {@code codegen}, {@code cost} or
	 * {@code formatted}
	 * @return the text
	 * @throws IllegalArgumentException if the mode is unknown
	 */
	public String explainString(String mode) {
		return this.session.analyzeExplain(this.relation, ExplainMode.of(mode));
	}

	/**
	 * Runs the query and prints its first 20 rows to the standard output, long values
	 * cut.
	 */
	public void show() {
		show(SHOWN_ROWS);
	}

	/**
	 * Runs the query and prints its first rows to the standard output, long values cut.
	 * @param numRows the most rows
	 */
	public void show(int numRows) {
		show(numRows, true);
	}

	/**
	 * Runs the query and prints its first 20 rows to the standard output.
	 * @param truncate whether to cut values to 20 characters
	 */
	public void show(boolean truncate) {
		show(SHOWN_ROWS, truncate);
	}

	/**
	 * Runs the query and prints its first rows to the standard output.
	 * @param numRows the most rows
	 * @param truncate whether to cut values to 20 characters
	 */
	public void show(int numRows, boolean truncate) {
		show(numRows, truncate ? SHOWN_CHARACTERS : 0);
	}

	/**
	 * Runs the query and prints its first rows to the standard output.
	 * @param numRows the most rows
	 * @param truncate the longest text of a value, 0 for any
	 */
	public void show(int numRows, int truncate) {
		show(numRows, truncate, false);
	}

	/**
	 * Runs the query and prints its first rows to the standard output.
	 * @param numRows the most rows
	 * @param truncate the longest text of a value, 0 for any
	 * @param vertical whether to print a block of lines for each row
	 */
	public void show(int numRows, int truncate, boolean vertical) {
		System.out.println(showString(numRows, truncate, vertical));
	}

	/**
	 * Runs the query and returns the text that {@link #show(int, int, boolean)} prints.
	 * @param numRows the most rows
	 * @param truncate the longest text of a value, 0 for any
	 * @param vertical whether each row becomes a block of lines
	 * @return the table
	 */
	public String showString(int numRows, int truncate, boolean vertical) {
		return with(new Rendering.ShowString(this.relation, numRows, truncate, vertical)).as(String.class).single();
	}

	static Column[] named(String first, String... more) {
		return joined(Functions.col(first), Arrays.stream(more).map(Functions::col).toArray(Column[]::new));
	}

	private static Column[] joined(Column first, Column... more) {
		return IntStream.rangeClosed(0, more.length)
			.mapToObj((i) -> (i == 0) ? first : more[i - 1])
			.toArray(Column[]::new);
	}

	/**
	 * A line about the last step of the query. Asks the server nothing.
	 */
	@Override
	public String toString() {
		return "DataFrame[" + this.relation.operator().getClass().getSimpleName() + " #" + this.relation.planId() + "]";
	}

}
