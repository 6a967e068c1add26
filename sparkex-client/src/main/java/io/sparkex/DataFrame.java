package io.sparkex;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.ExecutionOperator;
import io.sparkex.internal.plan.ExplainMode;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Grouping;
import io.sparkex.internal.plan.JoinType;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Reshaping;
import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.plan.SetOperationType;
import io.sparkex.internal.plan.ShowOperator;
import io.sparkex.internal.plan.Statistic;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.query.BatchStream;
import io.sparkex.internal.query.QueryExecution;
import io.sparkex.internal.query.ResultLimits;
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.storage.StorageLevel;
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

	private final QueryExecution query;

	private volatile @Nullable StructType schema;

	DataFrame(SparkSession session, QueryExecution query) {
		this.session = session;
		this.query = query;
	}

	QueryExecution query() {
		return this.query;
	}

	Relation relation() {
		return this.query.relation();
	}

	private DataFrame with(QueryExecution other) {
		return new DataFrame(this.session, other);
	}

	DataFrame with(Operator operator) {
		return with(this.query.with(operator));
	}

	private DataFrame with(ExecutionOptions options) {
		return with(this.query.with(options));
	}

	Relation sameSession(DataFrame other) {
		return this.session.relationOf(other);
	}

	private MappedResults<Row> rows() {
		return MappedResults.ofRows(this.query);
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
		return Column.named(colName, relation().planId());
	}

	/**
	 * The given columns and no others.
	 * @param cols the columns
	 * @return a new frame
	 */
	public DataFrame select(ColumnLike... cols) {
		return with(new Projection.Project(relation(), Column.expressions(cols)));
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
	public DataFrame filter(ColumnLike condition) {
		return with(new RowOperator.Filter(relation(), condition.toColumn().expression()));
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
	public DataFrame where(ColumnLike condition) {
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
	public DataFrame withColumn(String colName, ColumnLike col) {
		UnaryExpression.Alias column = new UnaryExpression.Alias(col.toColumn().expression(), List.of(colName));
		return with(new Projection.WithColumns(relation(), List.of(column)));
	}

	/**
	 * All columns, and some added or put in the place of those of their names. One call
	 * with many columns is planned much faster than many calls.
	 * @param colsMap what the columns compute, by their names
	 * @return a new frame
	 */
	public DataFrame withColumns(Map<String, ? extends ColumnLike> colsMap) {
		List<UnaryExpression.Alias> columns = colsMap.entrySet()
			.stream()
			.map((entry) -> new UnaryExpression.Alias(entry.getValue().toColumn().expression(),
					List.of(entry.getKey())))
			.toList();
		return with(new Projection.WithColumns(relation(), columns));
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
		return with(new Projection.Rename(relation(), colsMap));
	}

	/**
	 * All columns, one of them with other metadata.
	 * @param columnName the name of the column
	 * @param metadata a JSON object
	 * @return a new frame
	 */
	public DataFrame withMetadata(String columnName, String metadata) {
		UnaryExpression.Alias column = new UnaryExpression.Alias(col(columnName).expression(), List.of(columnName),
				metadata);
		return with(new Projection.WithColumns(relation(), List.of(column)));
	}

	/**
	 * All columns under new names.
	 * @param colNames a name for each column
	 * @return a new frame
	 */
	public DataFrame toDF(String... colNames) {
		return with(new Projection.ToDf(relation(), List.of(colNames)));
	}

	/**
	 * The columns of a schema, found by name, in its order and cast to its types.
	 * @param schema the schema
	 * @return a new frame
	 */
	public DataFrame to(StructType schema) {
		return with(new Projection.ToSchema(relation(), schema));
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
		return new Column(new LeafExpression.Attribute(colName, relation().planId(), true));
	}

	/**
	 * The columns whose names match a regular expression.
	 * @param colName the expression in back-quotes, or a plain name
	 * @return the columns
	 */
	public Column colRegex(String colName) {
		return new Column(new LeafExpression.Regex(colName, relation().planId()));
	}

	/**
	 * All columns but those of these names; names that do not exist are passed over.
	 * @param colNames the names, dots and all
	 * @return a new frame
	 */
	public DataFrame drop(String... colNames) {
		return with(new Projection.Drop(relation(), List.of(), List.of(colNames)));
	}

	/**
	 * All columns but the given ones.
	 * @param col the first column
	 * @param cols further columns
	 * @return a new frame
	 */
	public DataFrame drop(ColumnLike col, ColumnLike... cols) {
		return with(new Projection.Drop(relation(), Column.expressions(joined(col, cols)), List.of()));
	}

	/**
	 * This frame under a name by which its columns can be qualified, as in
	 * {@code col("name.column")}.
	 * @param alias the name
	 * @return a new frame
	 */
	public DataFrame as(String alias) {
		return with(new Projection.SubqueryAlias(relation(), alias));
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
	 * The rows as records or beans, or as single values where there is one column. Names
	 * meet regardless of case and underscores; types may widen but never lose a value.
	 * <p>
	 * Arrays are read as {@code List}, {@code Set} or array, maps as {@code Map}, structs
	 * as record, bean, {@code Row} or {@code Map}, to any depth. Where a value may be
	 * null, use a box or an {@code Optional}.
	 * @param <T> the class
	 * @param target a record, a bean, {@code Map}, or the class of a single value
	 * @return results that throw a {@link io.sparkex.errors.MappingException} if the rows
	 * do not fit the class
	 */
	public <T> Results<T> as(Class<T> target) {
		return MappedResults.of(this.query, target);
	}

	/**
	 * Forms groups of the rows that agree in some columns.
	 * @param cols the columns; none makes one group of all rows
	 * @return the groups, to be aggregated
	 */
	public GroupedData groupBy(ColumnLike... cols) {
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
	public DataFrame agg(ColumnLike expr, ColumnLike... exprs) {
		return groupBy().agg(expr, exprs);
	}

	/**
	 * Forms groups for each prefix of the columns, down to one group of all rows.
	 * @param cols the columns
	 * @return the groups, to be aggregated
	 */
	public GroupedData rollup(ColumnLike... cols) {
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
	public GroupedData cube(ColumnLike... cols) {
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
	public GroupedData groupingSets(List<? extends List<? extends ColumnLike>> groupingSets, ColumnLike... cols) {
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
	public DataFrame orderBy(ColumnLike... sortExprs) {
		return with(new RowOperator.Sort(relation(),
				Arrays.stream(sortExprs).map((column) -> column.toColumn().sortOrder()).toList(), true));
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
	public DataFrame sort(ColumnLike... sortExprs) {
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
		return with(new RowOperator.Limit(relation(), n));
	}

	/**
	 * The rows without repetitions.
	 * @return a new frame
	 */
	public DataFrame distinct() {
		return with(new RowOperator.Deduplicate(relation(), List.of()));
	}

	/**
	 * One row of each set of rows that agree in some columns.
	 * @param colNames the names; none compares whole rows
	 * @return a new frame
	 */
	public DataFrame dropDuplicates(String... colNames) {
		return with(new RowOperator.Deduplicate(relation(), List.of(colNames)));
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
		return with(new RowOperator.Deduplicate(relation(), List.of(colNames), true));
	}

	/**
	 * The rows after so many.
	 * @param n how many to pass over, 0 or more
	 * @return a new frame
	 */
	public DataFrame offset(int n) {
		return with(new RowOperator.Offset(relation(), n));
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
		return with(new RowOperator.Sample(relation(), 0, fraction, withReplacement, seed, false));
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
			parts[i] = with(new RowOperator.Sample(relation(), lower, Math.max(lower, upper), false, seed, true));
			lower = upper;
		}
		return parts;
	}

	/**
	 * Frames with random parts of the rows, as {@link #randomSplit(double[], long)}.
	 * @param weights how large the parts are, relative to each other
	 * @param seed for the same parts each time
	 * @return a frame for each weight, in an unmodifiable list
	 */
	public List<DataFrame> randomSplitAsList(double[] weights, long seed) {
		return List.of(randomSplit(weights, seed));
	}

	/**
	 * The rows in an order within each partition.
	 * @param sortExprs what to sort by
	 * @return a new frame
	 */
	public DataFrame sortWithinPartitions(ColumnLike... sortExprs) {
		return with(new RowOperator.Sort(relation(),
				Arrays.stream(sortExprs).map((column) -> column.toColumn().sortOrder()).toList(), false));
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
		return with(new ExecutionOperator.Repartition(relation(), numPartitions, true));
	}

	/**
	 * The rows merged into at most so many partitions, without moving them around.
	 * @param numPartitions the count, at least 1
	 * @return a new frame
	 */
	public DataFrame coalesce(int numPartitions) {
		return with(new ExecutionOperator.Repartition(relation(), numPartitions, false));
	}

	/**
	 * The rows spread over partitions by what they have in common.
	 * @param partitionExprs what rows of a partition have in common
	 * @return a new frame
	 */
	public DataFrame repartition(ColumnLike... partitionExprs) {
		return repartitioned(null, Column.expressions(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions by what they have in common.
	 * @param numPartitions the count, at least 1
	 * @param partitionExprs what rows of a partition have in common
	 * @return a new frame
	 */
	public DataFrame repartition(int numPartitions, ColumnLike... partitionExprs) {
		return repartitioned(numPartitions, Column.expressions(partitionExprs));
	}

	/**
	 * The rows spread over partitions by ranges of an order.
	 * @param partitionExprs what to order by
	 * @return a new frame
	 */
	public DataFrame repartitionByRange(ColumnLike... partitionExprs) {
		return repartitioned(null, orders(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions by ranges of an order.
	 * @param numPartitions the count, at least 1
	 * @param partitionExprs what to order by
	 * @return a new frame
	 */
	public DataFrame repartitionByRange(int numPartitions, ColumnLike... partitionExprs) {
		return repartitioned(numPartitions, orders(partitionExprs));
	}

	/**
	 * The rows spread over so many partitions, each to the one whose number is computed
	 * for it. Known to servers from Spark 4.1 on.
	 * @param numPartitions the count, at least 1
	 * @param partitionIdExpr the number, from 0
	 * @return a new frame
	 */
	public DataFrame repartitionById(int numPartitions, ColumnLike partitionIdExpr) {
		return repartitioned(numPartitions, List.of(new Call.PartitionId(partitionIdExpr.toColumn().expression())));
	}

	private static List<Expression> orders(ColumnLike... columns) {
		return Arrays.stream(columns).<Expression>map((column) -> column.toColumn().sortOrder()).toList();
	}

	private DataFrame repartitioned(@Nullable Integer partitions, List<Expression> expressions) {
		if (expressions.isEmpty() && partitions != null) {
			return repartition(partitions);
		}
		return with(new ExecutionOperator.RepartitionByExpression(relation(), expressions, partitions));
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
		return with(new ExecutionOperator.Hint(relation(), name, expressions));
	}

	/**
	 * How late the rows of a stream may come.
	 * @param eventTime the name of the column with the time of an event
	 * @param delayThreshold an interval as SQL writes it, such as {@code 10 minutes}
	 * @return a new frame
	 */
	public DataFrame withWatermark(String eventTime, String delayThreshold) {
		return with(new ExecutionOperator.WithWatermark(relation(), eventTime, delayThreshold));
	}

	/**
	 * A row for each of some columns, with its name and its value.
	 * @param ids the columns to keep
	 * @param values the columns to make rows of
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame unpivot(ColumnLike[] ids, ColumnLike[] values, String variableColumnName, String valueColumnName) {
		return with(new Reshaping.Unpivot(relation(), Column.expressions(ids), Column.expressions(values),
				variableColumnName, valueColumnName));
	}

	/**
	 * A row for each of the columns that are not kept, with its name and its value.
	 * @param ids the columns to keep
	 * @param variableColumnName the name of the column with the names
	 * @param valueColumnName the name of the column with the values
	 * @return a new frame
	 */
	public DataFrame unpivot(ColumnLike[] ids, String variableColumnName, String valueColumnName) {
		return with(
				new Reshaping.Unpivot(relation(), Column.expressions(ids), null, variableColumnName, valueColumnName));
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
	public DataFrame melt(ColumnLike[] ids, ColumnLike[] values, String variableColumnName, String valueColumnName) {
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
	public DataFrame melt(ColumnLike[] ids, String variableColumnName, String valueColumnName) {
		return unpivot(ids, variableColumnName, valueColumnName);
	}

	/**
	 * Rows as columns, named by the values of a column, and columns as rows.
	 * @param indexColumn the column whose values become names
	 * @return a new frame
	 */
	public DataFrame transpose(ColumnLike indexColumn) {
		return with(new Reshaping.Transpose(relation(), List.of(indexColumn.toColumn().expression())));
	}

	/**
	 * Rows as columns, named by the values of the first column, and columns as rows.
	 * @return a new frame
	 */
	public DataFrame transpose() {
		return with(new Reshaping.Transpose(relation(), List.of()));
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
		return with(new Statistic.Describe(relation(), List.of(cols)));
	}

	/**
	 * Chosen statistics of all columns that have them, as text.
	 * @param statistics their names: {@code count}, {@code mean}, {@code stddev},
	 * {@code min}, {@code max}, {@code count_distinct}, {@code approx_count_distinct} or
	 * percentages such as {@code 75%}; none for the usual ones
	 * @return a new frame
	 */
	public DataFrame summary(String... statistics) {
		return with(new Statistic.Summary(relation(), List.of(statistics)));
	}

	/**
	 * The only value of this frame, as a column of another. May refer to columns of the
	 * other through {@link Column#outer()}.
	 * @return the column, null if there is no row
	 */
	public Column scalar() {
		return new Column(new Subquery(relation(), Subquery.Type.SCALAR, List.of()));
	}

	/**
	 * Whether this frame has rows, as a column of another. May refer to columns of the
	 * other through {@link Column#outer()}.
	 * @return a boolean column
	 */
	public Column exists() {
		return new Column(new Subquery(relation(), Subquery.Type.EXISTS, List.of()));
	}

	/**
	 * Starts to describe how this frame is written to files, a table or another target.
	 * @return a writer
	 */
	public DataFrameWriter write() {
		return new DataFrameWriter(this.query);
	}

	/**
	 * Starts to describe how this frame is written to a table of a catalog.
	 * @param table the name, which may be qualified
	 * @return a writer
	 */
	public DataFrameWriterV2 writeTo(String table) {
		return new DataFrameWriterV2(this.query, table);
	}

	/**
	 * Starts to describe how the rows of this frame update, delete and insert those of a
	 * table.
	 * @param table the name, which may be qualified
	 * @param condition when a row of this frame matches one of the table; to tell their
	 * columns apart, give this frame an {@link #as(String) alias}
	 * @return a writer
	 */
	public MergeIntoWriter mergeInto(String table, ColumnLike condition) {
		return new MergeIntoWriter(this.query, table, condition);
	}

	/**
	 * Keeps the rows in memory and on disk once an action has computed them, as
	 * {@link #persist()}.
	 * @return this frame
	 */
	public DataFrame cache() {
		return persist();
	}

	/**
	 * Keeps the rows in memory and on disk once an action has computed them. Every frame
	 * of the server with the same plan then reads them. They stay until
	 * {@link #unpersist()} or the end of the session.
	 * @return this frame
	 */
	public DataFrame persist() {
		this.query.analysis().persist(null);
		return this;
	}

	/**
	 * Keeps the rows once an action has computed them, as {@link #persist()}.
	 * @param newLevel where; of no effect if they are kept already
	 * @return this frame
	 */
	public DataFrame persist(StorageLevel newLevel) {
		this.query.analysis().persist(newLevel);
		return this;
	}

	/**
	 * Forgets the rows that {@link #persist()} keeps, without waiting.
	 * @return this frame
	 */
	public DataFrame unpersist() {
		return unpersist(false);
	}

	/**
	 * Forgets the rows that {@link #persist()} keeps.
	 * @param blocking whether to wait until all are gone
	 * @return this frame
	 */
	public DataFrame unpersist(boolean blocking) {
		this.query.analysis().unpersist(blocking);
		return this;
	}

	/**
	 * Computes the rows and writes them to the checkpoint folder of the server, which
	 * must have one.
	 * @return a frame that starts from there, and whose plan is short; what it keeps is
	 * gone when it and all frames made of it are unreachable, or the session ends
	 */
	public DataFrame checkpoint() {
		return checkpoint(true);
	}

	/**
	 * Writes the rows to the checkpoint folder of the server, which must have one.
	 * @param eager whether to compute them at once, and not with the first action
	 * @return a frame that starts from there, as {@link #checkpoint()} says
	 */
	public DataFrame checkpoint(boolean eager) {
		return checkpoint(new Command.Checkpoint(relation(), false, eager, null));
	}

	/**
	 * Computes the rows and keeps them on the executors. If one of these is lost, they
	 * are too, and what depends on them fails.
	 * @return a frame that starts from there, as {@link #checkpoint()} says
	 */
	public DataFrame localCheckpoint() {
		return localCheckpoint(true);
	}

	/**
	 * Keeps the rows on the executors, as {@link #localCheckpoint()}.
	 * @param eager whether to compute them at once, and not with the first action
	 * @return a frame that starts from there, as {@link #checkpoint()} says
	 */
	public DataFrame localCheckpoint(boolean eager) {
		return checkpoint(new Command.Checkpoint(relation(), true, eager, null));
	}

	/**
	 * Keeps the rows on the executors, as {@link #localCheckpoint()}.
	 * @param eager whether to compute them at once, and not with the first action
	 * @param storageLevel where the executors keep them
	 * @return a frame that starts from there, as {@link #checkpoint()} says
	 */
	public DataFrame localCheckpoint(boolean eager, StorageLevel storageLevel) {
		return checkpoint(new Command.Checkpoint(relation(), true, eager, storageLevel));
	}

	private DataFrame checkpoint(Command.Checkpoint command) {
		return with(this.query.checkpoint(command));
	}

	/**
	 * Computes aggregates of the rows while an action runs on them anyway. Listeners on
	 * the server see them.
	 * @param name the name under which they are seen
	 * @param expr an aggregate with a name
	 * @param exprs further aggregates
	 * @return a new frame with the same rows
	 */
	public DataFrame observe(String name, ColumnLike expr, ColumnLike... exprs) {
		return with(new ExecutionOperator.CollectMetrics(relation(), name, Column.expressions(joined(expr, exprs))));
	}

	/**
	 * Computes aggregates of the rows while an action runs on them anyway.
	 * @param observation gets the metrics when the first action on the new frame is done
	 * @param expr an aggregate with a name
	 * @param exprs further aggregates
	 * @return a new frame with the same rows
	 * @throws IllegalStateException if the observation already belongs to a frame
	 */
	public DataFrame observe(Observation observation, ColumnLike expr, ColumnLike... exprs) {
		DataFrame observed = observe(observation.name(), expr, exprs);
		this.query.runner().register(observed.relation().planId(), observation.claim());
		return observed;
	}

	/**
	 * Numbers the rows from 0 in a column named {@code index}, the last one.
	 * @return a new frame
	 */
	public DataFrame zipWithIndex() {
		return zipWithIndex("index");
	}

	/**
	 * Numbers the rows from 0 in a column, the last one.
	 * @param indexColName the name of the column
	 * @return a new frame
	 */
	public DataFrame zipWithIndex(String indexColName) {
		return select(Functions.col("*"), Column.call("distributed_sequence_id").as(indexColName));
	}

	/**
	 * Each row as a JSON object, in a column of text named {@code value}.
	 * @return a new frame
	 */
	public DataFrame toJSON() {
		return select(Functions.to_json(Functions.struct(Functions.col("*"))).as("value"));
	}

	/**
	 * This frame as an argument of a function that makes rows.
	 * @return the argument, for {@link TableValuedFunction#call}
	 */
	public TableArg asTable() {
		return new TableArg(relation());
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
	public DataFrame join(DataFrame right, ColumnLike joinExprs) {
		return join(right, JoinType.INNER, joinExprs.toColumn().expression(), List.of());
	}

	/**
	 * A join on a condition.
	 * @param right the other frame
	 * @param joinExprs a boolean column
	 * @param joinType as in {@link #join(DataFrame, String, String)}
	 * @return a new frame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, ColumnLike joinExprs, String joinType) {
		return join(right, JoinType.of(joinType), joinExprs.toColumn().expression(), List.of());
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
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs) {
		return lateralJoin(right, JoinType.INNER, joinExprs.toColumn().expression());
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
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), joinExprs.toColumn().expression());
	}

	/**
	 * Each row of this frame with the latest row of the other that is not later, by two
	 * columns of times or numbers: a trade with the quote that was valid then.
	 * @param right the other frame
	 * @param leftAsOf what rows of this frame are placed by, such as a timestamp
	 * @param rightAsOf what rows of the other frame are placed by
	 * @param usingColumns names of columns that must be equal on both sides
	 * @return a new frame; rows of this one without a match are left out
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, String... usingColumns) {
		return joinAsOf(right, leftAsOf, rightAsOf, AsOfJoinOptions.backward().using(usingColumns));
	}

	/**
	 * Each row of this frame with the row of the other that is nearest to it, by two
	 * columns of times or numbers.
	 * @param right the other frame
	 * @param leftAsOf what rows of this frame are placed by, such as a timestamp
	 * @param rightAsOf what rows of the other frame are placed by
	 * @param options where to look for the row, and what else must hold
	 * @return a new frame
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, AsOfJoinOptions options) {
		return with(options.join(relation(), sameSession(right), leftAsOf.toColumn().expression(),
				rightAsOf.toColumn().expression()));
	}

	/**
	 * Each row of this frame with those of the other that rank best for it: the nearest
	 * neighbours. Needs Spark 4.2 on the server. Rows without a match are left out.
	 * @param right the other frame
	 * @param rankingExpression what to rank by, of columns of both sides
	 * @param numResults the most rows of the other frame for each of this one, 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} where Spark may miss some
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * great ones do
	 * @return a new frame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction) {
		return nearestByJoin(right, rankingExpression, numResults, mode, direction, "inner");
	}

	/**
	 * Each row of this frame with those of the other that rank best for it: the nearest
	 * neighbours. Needs Spark 4.2 on the server.
	 * @param right the other frame
	 * @param rankingExpression what to rank by, of columns of both sides
	 * @param numResults the most rows of the other frame for each of this one, 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} where Spark may miss some
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * great ones do
	 * @param joinType {@code inner}, or {@code left} to keep rows without a match
	 * @return a new frame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction, String joinType) {
		return with(new BinaryOperator.NearestByJoin(relation(), sameSession(right),
				rankingExpression.toColumn().expression(), numResults, joinType, mode, direction));
	}

	private DataFrame lateralJoin(DataFrame right, JoinType type, @Nullable Expression condition) {
		return with(new BinaryOperator.LateralJoin(relation(), sameSession(right), type, condition));
	}

	private DataFrame join(DataFrame right, JoinType type, @Nullable Expression condition, List<String> using) {
		return with(new BinaryOperator.Join(relation(), sameSession(right), type, condition, using));
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
		return with(new BinaryOperator.SetOperation(relation(), sameSession(other), type, all, byName,
				allowMissingColumns));
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

	@Override
	public CompletableFuture<List<Row>> collectAsync(Executor executor) {
		return rows().collectAsync(executor);
	}

	@Override
	public Flow.Publisher<Row> publish(Executor executor) {
		return rows().publish(executor);
	}

	@Override
	public Stream<ColumnBatch> batches() {
		return rows().batches();
	}

	@Override
	public void writeArrow(OutputStream out) {
		rows().writeArrow(out);
	}

	@Override
	public void writeJson(OutputStream out, JsonOptions options) {
		rows().writeJson(out, options);
	}

	@Override
	public void writeNdjson(OutputStream out, JsonOptions options) {
		rows().writeNdjson(out, options);
	}

	@Override
	public void writeCsv(OutputStream out, CsvOptions options) {
		rows().writeCsv(out, options);
	}

	@Override
	public Results<Row> maxRows(long rows) {
		return rows().maxRows(rows);
	}

	@Override
	public Results<Row> maxBytes(long bytes) {
		return rows().maxBytes(bytes);
	}

	/**
	 * {@inheritDoc} So do what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withTag(String tag) {
		return with(this.query.options().withTag(tag));
	}

	/**
	 * {@inheritDoc} So it is for what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withTimeout(Duration timeout) {
		return with(this.query.options().withTimeout(timeout));
	}

	/**
	 * {@inheritDoc} So does it of what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withListener(ExecutionListener listener) {
		return with(this.query.options().withListener(listener));
	}

	/**
	 * {@inheritDoc} They are detached from the batch they came with.
	 */
	@Override
	public List<Row> take(int rows) {
		return rows().take(rows);
	}

	/**
	 * Runs the query and keeps its rows, up to 10,000 and 64 MB, as
	 * {@link #toLocal(LocalLimits)}.
	 * @return the rows, to be looked at from all sides
	 * @throws io.sparkex.errors.ResultLimitException if there are more
	 */
	public LocalFrame toLocal() {
		return toLocal(LocalLimits.defaults());
	}

	/**
	 * Runs the query and keeps its rows here, column by column.
	 * @param limits how many to take, and whether more of them are an error
	 * @return the rows, to be looked at from all sides
	 * @throws io.sparkex.errors.ResultLimitException if there are more, unless the limits
	 * say to take only the first
	 */
	public LocalFrame toLocal(LocalLimits limits) {
		if (!limits.isTruncating()) {
			return toLocal(this.query.with(new ResultLimits(limits.maxRows(), limits.maxBytes())), limits);
		}
		// One row more than wanted shows that there are more.
		return toLocal(
				(limits.maxRows() < Integer.MAX_VALUE)
						? this.query.with(new RowOperator.Limit(relation(), limits.maxRows() + 1)) : this.query,
				limits);
	}

	private static LocalFrame toLocal(QueryExecution query, LocalLimits limits) {
		try (BatchStream result = query.execute()) {
			return LocalFrame.of(result, limits);
		}
	}

	/**
	 * Runs the query and returns its rows as they arrive, as {@link #stream()}.
	 * @return an iterator; the query is stopped when it is read to its end, or fails
	 */
	public Iterator<Row> toLocalIterator() {
		return stream().iterator();
	}

	/**
	 * Runs the query and returns all rows, as {@link #collect()}.
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> collectAsList() {
		return collect();
	}

	/**
	 * Runs the query for its first rows, as {@link #take(int)}.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> takeAsList(int n) {
		return take(n);
	}

	/**
	 * Runs the query for its last rows. All partitions may have to be computed.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> tail(int n) {
		return rows().few(new RowOperator.Tail(relation(), n));
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

	/**
	 * The names and types of the columns. Asked of the server once.
	 * @return the schema
	 */
	public StructType schema() {
		StructType known = this.schema;
		if (known == null) {
			known = this.query.analysis().schema();
			this.schema = known;
		}
		return known;
	}

	/**
	 * The names of the columns with their types, from the {@link #schema()}.
	 * @return pairs of a name and a type as SQL writes it, in their order
	 */
	public List<Map.Entry<String, String>> dtypes() {
		return schema().fields().stream().map((field) -> Map.entry(field.name(), field.dataType().toString())).toList();
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
	 * Prints the upper levels of the {@link #schema()} as a tree to the standard output.
	 * @param level the count of levels, at least 1
	 */
	public void printSchema(int level) {
		System.out.println(schema().treeString(level));
	}

	/**
	 * Whether the driver can answer without executors.
	 * @return {@code true} if it can
	 */
	public boolean isLocal() {
		return this.query.analysis().isLocal();
	}

	/**
	 * Whether the query reads a source that goes on for ever.
	 * @return {@code true} if it does
	 */
	public boolean isStreaming() {
		return this.query.analysis().isStreaming();
	}

	/**
	 * The files that the query reads, as far as its sources tell.
	 * @return their URIs, in no order
	 */
	public String[] inputFiles() {
		return this.query.analysis().inputFiles().toArray(String[]::new);
	}

	/**
	 * Whether another frame gives the same rows, as far as the logical plans tell. Names
	 * of columns do not matter.
	 * @param other the other frame
	 * @return {@code true} if it is certain; {@code false} says nothing
	 */
	public boolean sameSemantics(DataFrame other) {
		return this.query.analysis().sameSemantics(sameSession(other));
	}

	/**
	 * A hash that frames of the {@link #sameSemantics same semantics} share.
	 * @return the hash
	 */
	public int semanticHash() {
		return this.query.analysis().semanticHash();
	}

	/**
	 * Where the rows are kept once they are computed.
	 * @return the level, {@link StorageLevel#NONE} if they are not kept
	 */
	public StorageLevel storageLevel() {
		return this.query.analysis().storageLevel();
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
		return this.query.analysis().explain(ExplainMode.of(mode));
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
		return with(new ShowOperator.ShowString(relation(), numRows, truncate, vertical)).as(String.class).single();
	}

	/**
	 * Runs the query and returns its first rows as a table in HTML, as notebooks show
	 * them.
	 * @param numRows the most rows
	 * @param truncate the longest text of a value, 0 for any
	 * @return the table; values are escaped
	 */
	public String htmlString(int numRows, int truncate) {
		return with(new ShowOperator.HtmlString(relation(), numRows, truncate)).as(String.class).single();
	}

	/**
	 * The steps of this query as this client knows them, a line each, the last one first.
	 * Asks the server nothing. Options that look secret are masked; values in conditions
	 * are not.
	 * @return the tree
	 */
	public String planString() {
		return PlanPrinter.print(relation());
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

	/**
	 * Gives this frame a name for SQL in this session, as
	 * {@link #createOrReplaceTempView(String)}: the name that Spark had for it before.
	 * @param tableName the name
	 */
	public void registerTempTable(String tableName) {
		createOrReplaceTempView(tableName);
	}

	private void createView(String name, boolean global, boolean replace) {
		this.query.run(new Command.CreateView(relation(), name, global, replace));
	}

	static Column[] named(String first, String... more) {
		return joined(Functions.col(first), Arrays.stream(more).map(Functions::col).toArray(Column[]::new));
	}

	static Column[] joined(ColumnLike first, ColumnLike... more) {
		return IntStream.rangeClosed(0, more.length)
			.mapToObj((i) -> (i == 0) ? first : more[i - 1])
			.toArray(Column[]::new);
	}

	/**
	 * A line about the last step of the query. Asks the server nothing.
	 */
	@Override
	public String toString() {
		return "DataFrame[" + relation().operator().getClass().getSimpleName() + " #" + relation().planId() + "]";
	}

}
