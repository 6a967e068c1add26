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
 * A lazily evaluated query on a Spark Connect server, with named and typed columns.
 * <p>
 * DataFrames are lazy. Methods that return a DataFrame only extend the query plan on the
 * client; nothing is sent to the server. Actions run the query: the methods of
 * {@link Results}, {@link #count()}, {@link #isEmpty()}, {@link #toLocal()},
 * {@link #tail(int)} and the {@code show} methods. {@link #schema()}, {@link #columns()},
 * {@link #printSchema()} and the {@code explain} methods ask the server to analyze the
 * plan without running it. Unknown column names and type errors are reported by these
 * calls, not when the plan is built.
 * <p>
 * Immutable and thread-safe. Usable while its session is open, and only together with
 * DataFrames of the same session.
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

	Relation relationOf(DataFrame other) {
		return this.session.relationOf(other);
	}

	private MappedResults<Row> rows() {
		return MappedResults.ofRows(this.query);
	}

	/**
	 * Returns the session that created this DataFrame.
	 * @return the session
	 */
	public SparkSession sparkSession() {
		return this.session;
	}

	/**
	 * Returns the unresolved logical plan of the client: one line for each operator, the
	 * last one first. Does not ask the server. Options that look like secrets are masked;
	 * values in conditions are not.
	 * @return the plan
	 */
	public String planString() {
		return PlanPrinter.print(relation());
	}

	/**
	 * Returns a column of this DataFrame. In a join, the column refers to this side only.
	 * @param colName the column name, or {@code *} for all columns
	 * @return the column
	 */
	public Column col(String colName) {
		return Column.named(colName, relation().planId());
	}

	/**
	 * Selects columns by a regular expression on their names.
	 * @param colName a regular expression in backquotes, or a plain column name
	 * @return a column that stands for all matching columns
	 */
	public Column colRegex(String colName) {
		return new Column(new LeafExpression.Regex(colName, relation().planId()));
	}

	/**
	 * Returns a hidden metadata column of the data source, such as {@code _metadata} of
	 * file sources.
	 * @param colName the name of the metadata column
	 * @return the column
	 */
	public Column metadataColumn(String colName) {
		return new Column(new LeafExpression.Attribute(colName, relation().planId(), true));
	}

	/**
	 * Returns this DataFrame with an alias that qualifies its columns, as in
	 * {@code col("alias.column")}.
	 * @param alias the alias
	 * @return a new DataFrame
	 */
	public DataFrame as(String alias) {
		return with(new Projection.SubqueryAlias(relation(), alias));
	}

	/**
	 * Returns this DataFrame with an alias. Same as {@link #as(String)}.
	 * @param alias the alias
	 * @return a new DataFrame
	 */
	public DataFrame alias(String alias) {
		return as(alias);
	}

	/**
	 * Returns a DataFrame with the given columns only.
	 * @param cols the columns to keep or compute
	 * @return a new DataFrame
	 */
	public DataFrame select(ColumnLike... cols) {
		return with(new Projection.Project(relation(), Column.expressions(cols)));
	}

	/**
	 * Returns a DataFrame with the named columns only.
	 * @param col the name of the first column
	 * @param cols the names of further columns
	 * @return a new DataFrame
	 */
	public DataFrame select(String col, String... cols) {
		return select(columnsOf(col, cols));
	}

	/**
	 * Returns a DataFrame with the columns computed by SQL expressions.
	 * @param exprs SQL expressions, such as {@code "fare * 2 AS doubled"}
	 * @return a new DataFrame
	 */
	public DataFrame selectExpr(String... exprs) {
		return select(Arrays.stream(exprs).map(Functions::expr).toArray(Column[]::new));
	}

	/**
	 * Returns a DataFrame with a column added, or replaced if a column of that name
	 * exists. To add several columns use {@link #withColumns(Map)}, which is planned much
	 * faster than repeated calls.
	 * @param colName the column name
	 * @param col the expression that computes the column
	 * @return a new DataFrame
	 */
	public DataFrame withColumn(String colName, ColumnLike col) {
		UnaryExpression.Alias column = new UnaryExpression.Alias(col.toColumn().expression(), List.of(colName));
		return with(new Projection.WithColumns(relation(), List.of(column)));
	}

	/**
	 * Returns a DataFrame with columns added, or replaced if columns of those names
	 * exist.
	 * @param colsMap the expressions by column name
	 * @return a new DataFrame
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
	 * Returns a DataFrame with a column renamed. Has no effect if the column does not
	 * exist.
	 * @param existingName the current column name
	 * @param newName the new column name
	 * @return a new DataFrame
	 */
	public DataFrame withColumnRenamed(String existingName, String newName) {
		return withColumnsRenamed(Map.of(existingName, newName));
	}

	/**
	 * Returns a DataFrame with several columns renamed. Names that do not exist are
	 * ignored.
	 * @param colsMap the new names by current name
	 * @return a new DataFrame
	 */
	public DataFrame withColumnsRenamed(Map<String, String> colsMap) {
		return with(new Projection.Rename(relation(), colsMap));
	}

	/**
	 * Returns a DataFrame with the metadata of a column replaced.
	 * @param columnName the column name
	 * @param metadata the metadata as a JSON object
	 * @return a new DataFrame
	 */
	public DataFrame withMetadata(String columnName, String metadata) {
		UnaryExpression.Alias column = new UnaryExpression.Alias(col(columnName).expression(), List.of(columnName),
				metadata);
		return with(new Projection.WithColumns(relation(), List.of(column)));
	}

	/**
	 * Returns a DataFrame with all columns renamed by position.
	 * @param colNames the new names, one for each column
	 * @return a new DataFrame
	 */
	public DataFrame toDF(String... colNames) {
		return with(new Projection.ToDf(relation(), List.of(colNames)));
	}

	/**
	 * Returns a DataFrame that conforms to a schema: columns are matched by name,
	 * reordered, and cast to the types of the schema.
	 * @param schema the target schema
	 * @return a new DataFrame
	 */
	public DataFrame to(StructType schema) {
		return with(new Projection.ToSchema(relation(), schema));
	}

	/**
	 * Returns a DataFrame without the named columns. Names that do not exist are ignored.
	 * @param colNames the names of top-level columns; a dot is part of the name
	 * @return a new DataFrame
	 */
	public DataFrame drop(String... colNames) {
		return with(new Projection.Drop(relation(), List.of(), List.of(colNames)));
	}

	/**
	 * Returns a DataFrame without the given columns.
	 * @param col the first column
	 * @param cols further columns
	 * @return a new DataFrame
	 */
	public DataFrame drop(ColumnLike col, ColumnLike... cols) {
		return with(new Projection.Drop(relation(), Column.expressions(concat(col, cols)), List.of()));
	}

	/**
	 * Applies a function to this DataFrame. Use it to chain reusable transformations.
	 * @param t the transformation
	 * @return the DataFrame that the function returns
	 */
	public DataFrame transform(UnaryOperator<DataFrame> t) {
		return t.apply(this);
	}

	/**
	 * Adds a last column named {@code index} that numbers the rows consecutively from 0.
	 * @return a new DataFrame
	 */
	public DataFrame zipWithIndex() {
		return zipWithIndex("index");
	}

	/**
	 * Adds a last column that numbers the rows consecutively from 0.
	 * @param indexColName the name of the index column
	 * @return a new DataFrame
	 */
	public DataFrame zipWithIndex(String indexColName) {
		return select(Functions.col("*"), Column.call("distributed_sequence_id").as(indexColName));
	}

	/**
	 * Converts each row to a JSON object, in a string column named {@code value}.
	 * @return a new DataFrame
	 */
	public DataFrame toJSON() {
		return select(Functions.to_json(Functions.struct(Functions.col("*"))).as("value"));
	}

	/**
	 * Unpivots columns into rows: each input row yields one row for each of the value
	 * columns, with the name and the value of that column.
	 * @param ids the identifier columns, which are kept
	 * @param values the columns to unpivot
	 * @param variableColumnName the name of the output column for the column names
	 * @param valueColumnName the name of the output column for the values
	 * @return a new DataFrame
	 */
	public DataFrame unpivot(ColumnLike[] ids, ColumnLike[] values, String variableColumnName, String valueColumnName) {
		return with(new Reshaping.Unpivot(relation(), Column.expressions(ids), Column.expressions(values),
				variableColumnName, valueColumnName));
	}

	/**
	 * Unpivots all columns except the identifier columns into rows.
	 * @param ids the identifier columns, which are kept
	 * @param variableColumnName the name of the output column for the column names
	 * @param valueColumnName the name of the output column for the values
	 * @return a new DataFrame
	 */
	public DataFrame unpivot(ColumnLike[] ids, String variableColumnName, String valueColumnName) {
		return with(
				new Reshaping.Unpivot(relation(), Column.expressions(ids), null, variableColumnName, valueColumnName));
	}

	/**
	 * Unpivots columns into rows. Alias of
	 * {@link #unpivot(ColumnLike[], ColumnLike[], String, String)}.
	 * @param ids the identifier columns, which are kept
	 * @param values the columns to unpivot
	 * @param variableColumnName the name of the output column for the column names
	 * @param valueColumnName the name of the output column for the values
	 * @return a new DataFrame
	 */
	public DataFrame melt(ColumnLike[] ids, ColumnLike[] values, String variableColumnName, String valueColumnName) {
		return unpivot(ids, values, variableColumnName, valueColumnName);
	}

	/**
	 * Unpivots all columns except the identifier columns into rows. Alias of
	 * {@link #unpivot(ColumnLike[], String, String)}.
	 * @param ids the identifier columns, which are kept
	 * @param variableColumnName the name of the output column for the column names
	 * @param valueColumnName the name of the output column for the values
	 * @return a new DataFrame
	 */
	public DataFrame melt(ColumnLike[] ids, String variableColumnName, String valueColumnName) {
		return unpivot(ids, variableColumnName, valueColumnName);
	}

	/**
	 * Transposes rows and columns. The values of the index column become the column
	 * names.
	 * @param indexColumn the index column
	 * @return a new DataFrame
	 */
	public DataFrame transpose(ColumnLike indexColumn) {
		return with(new Reshaping.Transpose(relation(), List.of(indexColumn.toColumn().expression())));
	}

	/**
	 * Transposes rows and columns. The values of the first column become the column
	 * names.
	 * @return a new DataFrame
	 */
	public DataFrame transpose() {
		return with(new Reshaping.Transpose(relation(), List.of()));
	}

	/**
	 * Returns the rows for which a condition is true. Rows for which it is false or null
	 * are dropped.
	 * @param condition a boolean column
	 * @return a new DataFrame
	 */
	public DataFrame filter(ColumnLike condition) {
		return with(new RowOperator.Filter(relation(), condition.toColumn().expression()));
	}

	/**
	 * Returns the rows for which a condition in SQL is true.
	 * @param conditionExpr a SQL expression; to include untrusted input, use
	 * {@link Functions#lit(Object)} with {@link #filter(ColumnLike)} instead of
	 * concatenating text
	 * @return a new DataFrame
	 */
	public DataFrame filter(String conditionExpr) {
		return filter(Functions.expr(conditionExpr));
	}

	/**
	 * Returns the rows for which a condition is true. Alias of
	 * {@link #filter(ColumnLike)}.
	 * @param condition a boolean column
	 * @return a new DataFrame
	 */
	public DataFrame where(ColumnLike condition) {
		return filter(condition);
	}

	/**
	 * Returns the rows for which a condition in SQL is true. Alias of
	 * {@link #filter(String)}.
	 * @param conditionExpr a SQL expression
	 * @return a new DataFrame
	 */
	public DataFrame where(String conditionExpr) {
		return filter(conditionExpr);
	}

	/**
	 * Returns a DataFrame with at most {@code n} rows.
	 * @param n the maximum number of rows, 0 or more
	 * @return a new DataFrame
	 */
	public DataFrame limit(int n) {
		return with(new RowOperator.Limit(relation(), n));
	}

	/**
	 * Returns a DataFrame without the first {@code n} rows.
	 * @param n the number of rows to skip, 0 or more
	 * @return a new DataFrame
	 */
	public DataFrame offset(int n) {
		return with(new RowOperator.Offset(relation(), n));
	}

	/**
	 * Returns the distinct rows.
	 * @return a new DataFrame
	 */
	public DataFrame distinct() {
		return with(new RowOperator.Deduplicate(relation(), List.of()));
	}

	/**
	 * Returns one row for each distinct combination of values in the named columns. Which
	 * of the duplicates is kept is not defined.
	 * @param colNames the names of the columns to compare; if empty, whole rows are
	 * compared
	 * @return a new DataFrame
	 */
	public DataFrame dropDuplicates(String... colNames) {
		return with(new RowOperator.Deduplicate(relation(), List.of(colNames)));
	}

	/**
	 * Returns one row for each distinct combination of values in the named columns, as
	 * {@link #dropDuplicates(String...)} does.
	 * @param colNames the names of the columns to compare
	 * @return a new DataFrame
	 */
	public DataFrame dropDuplicates(List<String> colNames) {
		return dropDuplicates(colNames.toArray(String[]::new));
	}

	/**
	 * Drops duplicates of a streaming DataFrame that arrive within its watermark delay.
	 * Requires {@link #withWatermark(String, String)}.
	 * @param colNames the names of the columns to compare; if empty, whole rows are
	 * compared
	 * @return a new DataFrame
	 */
	public DataFrame dropDuplicatesWithinWatermark(String... colNames) {
		return with(new RowOperator.Deduplicate(relation(), List.of(colNames), true));
	}

	/**
	 * Returns the cartesian product with another DataFrame, as an inner join without a
	 * condition. Prefer {@link #crossJoin(DataFrame)}, which states the intention.
	 * @param right the right side of the join
	 * @return a new DataFrame
	 */
	public DataFrame join(DataFrame right) {
		return join(right, JoinType.INNER, null, List.of());
	}

	/**
	 * Returns the inner join on a column that both sides have. The column occurs once in
	 * the result.
	 * @param right the right side of the join
	 * @param usingColumn the name of the join column
	 * @return a new DataFrame
	 */
	public DataFrame join(DataFrame right, String usingColumn) {
		return join(right, JoinType.INNER, null, List.of(usingColumn));
	}

	/**
	 * Returns the inner join on columns that both sides have. The columns occur once in
	 * the result.
	 * @param right the right side of the join
	 * @param usingColumns the names of the join columns
	 * @return a new DataFrame
	 */
	public DataFrame join(DataFrame right, String[] usingColumns) {
		return join(right, JoinType.INNER, null, List.of(usingColumns));
	}

	/**
	 * Returns a join on a column that both sides have. The column occurs once in the
	 * result.
	 * @param right the right side of the join
	 * @param usingColumn the name of the join column
	 * @param joinType {@code inner}, {@code cross}, {@code outer}, {@code full},
	 * {@code left}, {@code right}, {@code semi}, {@code anti}, or one of Spark's longer
	 * names of these
	 * @return a new DataFrame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String usingColumn, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumn));
	}

	/**
	 * Returns a join on columns that both sides have. The columns occur once in the
	 * result.
	 * @param right the right side of the join
	 * @param usingColumns the names of the join columns
	 * @param joinType the join type, as in {@link #join(DataFrame, String, String)}
	 * @return a new DataFrame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, String[] usingColumns, String joinType) {
		return join(right, JoinType.of(joinType), null, List.of(usingColumns));
	}

	/**
	 * Returns the inner join on a condition.
	 * @param right the right side of the join
	 * @param joinExprs the join condition, a boolean column
	 * @return a new DataFrame
	 */
	public DataFrame join(DataFrame right, ColumnLike joinExprs) {
		return join(right, JoinType.INNER, joinExprs.toColumn().expression(), List.of());
	}

	/**
	 * Returns a join on a condition.
	 * @param right the right side of the join
	 * @param joinExprs the join condition, a boolean column
	 * @param joinType the join type, as in {@link #join(DataFrame, String, String)}
	 * @return a new DataFrame
	 * @throws IllegalArgumentException if the join type is unknown
	 */
	public DataFrame join(DataFrame right, ColumnLike joinExprs, String joinType) {
		return join(right, JoinType.of(joinType), joinExprs.toColumn().expression(), List.of());
	}

	private DataFrame join(DataFrame right, JoinType type, @Nullable Expression condition, List<String> using) {
		return with(new BinaryOperator.Join(relation(), relationOf(right), type, condition, using));
	}

	/**
	 * Returns the cartesian product with another DataFrame.
	 * @param right the right side of the join
	 * @return a new DataFrame
	 */
	public DataFrame crossJoin(DataFrame right) {
		return join(right, JoinType.CROSS, null, List.of());
	}

	/**
	 * Returns the lateral join with another DataFrame, which may refer to columns of this
	 * one through {@link Column#outer()}.
	 * @param right the right side of the join
	 * @return a new DataFrame
	 */
	public DataFrame lateralJoin(DataFrame right) {
		return lateralJoin(right, JoinType.INNER, null);
	}

	/**
	 * Returns the lateral join with another DataFrame on a condition.
	 * @param right the right side of the join
	 * @param joinExprs the join condition, a boolean column
	 * @return a new DataFrame
	 */
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs) {
		return lateralJoin(right, JoinType.INNER, joinExprs.toColumn().expression());
	}

	/**
	 * Returns a lateral join with another DataFrame.
	 * @param right the right side of the join
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new DataFrame
	 */
	public DataFrame lateralJoin(DataFrame right, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), null);
	}

	/**
	 * Returns a lateral join with another DataFrame on a condition.
	 * @param right the right side of the join
	 * @param joinExprs the join condition, a boolean column
	 * @param joinType {@code inner}, {@code cross} or {@code left}
	 * @return a new DataFrame
	 */
	public DataFrame lateralJoin(DataFrame right, ColumnLike joinExprs, String joinType) {
		return lateralJoin(right, JoinType.of(joinType), joinExprs.toColumn().expression());
	}

	private DataFrame lateralJoin(DataFrame right, JoinType type, @Nullable Expression condition) {
		return with(new BinaryOperator.LateralJoin(relation(), relationOf(right), type, condition));
	}

	/**
	 * Returns the as-of join: each left row with the latest right row that is not later,
	 * such as a trade with the quote that was valid at that time.
	 * @param right the right side of the join
	 * @param leftAsOf the as-of column of this side, a time or number
	 * @param rightAsOf the as-of column of the right side, a time or number
	 * @param usingColumns the names of columns that must be equal on both sides
	 * @return a new DataFrame; left rows without a match are dropped
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, String... usingColumns) {
		return joinAsOf(right, leftAsOf, rightAsOf, AsOfJoinOptions.backward().using(usingColumns));
	}

	/**
	 * Returns an as-of join: each left row with the nearest right row, by two columns of
	 * times or numbers.
	 * @param right the right side of the join
	 * @param leftAsOf the as-of column of this side, a time or number
	 * @param rightAsOf the as-of column of the right side, a time or number
	 * @param options the direction, tolerance and further conditions of the join
	 * @return a new DataFrame
	 */
	public DataFrame joinAsOf(DataFrame right, ColumnLike leftAsOf, ColumnLike rightAsOf, AsOfJoinOptions options) {
		return with(options.join(relation(), relationOf(right), leftAsOf.toColumn().expression(),
				rightAsOf.toColumn().expression()));
	}

	/**
	 * Returns the nearest-by join: each left row with the right rows that rank best for
	 * it (nearest neighbors). Left rows without a match are dropped. Requires Spark 4.2
	 * or later.
	 * @param right the right side of the join
	 * @param rankingExpression the ranking expression, of columns of both sides
	 * @param numResults the maximum number of right rows for each left row, from 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} to let Spark miss some matches
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * large values rank best
	 * @return a new DataFrame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction) {
		return nearestByJoin(right, rankingExpression, numResults, mode, direction, "inner");
	}

	/**
	 * Returns a nearest-by join: each left row with the right rows that rank best for it
	 * (nearest neighbors). Requires Spark 4.2 or later.
	 * @param right the right side of the join
	 * @param rankingExpression the ranking expression, of columns of both sides
	 * @param numResults the maximum number of right rows for each left row, from 1 to
	 * 100,000
	 * @param mode {@code exact}, or {@code approx} to let Spark miss some matches
	 * @param direction {@code distance} if small values rank best, {@code similarity} if
	 * large values rank best
	 * @param joinType {@code inner}, or {@code left} to keep left rows without a match
	 * @return a new DataFrame
	 */
	public DataFrame nearestByJoin(DataFrame right, ColumnLike rankingExpression, int numResults, String mode,
			String direction, String joinType) {
		return with(new BinaryOperator.NearestByJoin(relation(), relationOf(right),
				rankingExpression.toColumn().expression(), numResults, joinType, mode, direction));
	}

	/**
	 * Returns the rows of this DataFrame followed by those of another one. Columns are
	 * matched by position; duplicates are kept.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame union(DataFrame other) {
		return combined(other, SetOperationType.UNION, true, false, false);
	}

	/**
	 * Returns the rows of both DataFrames. Alias of {@link #union(DataFrame)}.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame unionAll(DataFrame other) {
		return union(other);
	}

	/**
	 * Returns the rows of this DataFrame followed by those of another one. Columns are
	 * matched by name; duplicates are kept.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame unionByName(DataFrame other) {
		return unionByName(other, false);
	}

	/**
	 * Returns the rows of this DataFrame followed by those of another one. Columns are
	 * matched by name; duplicates are kept.
	 * @param other the other DataFrame
	 * @param allowMissingColumns {@code true} to fill columns that one side lacks with
	 * nulls
	 * @return a new DataFrame
	 */
	public DataFrame unionByName(DataFrame other, boolean allowMissingColumns) {
		return combined(other, SetOperationType.UNION, true, true, allowMissingColumns);
	}

	/**
	 * Returns the distinct rows that occur in both DataFrames.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame intersect(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, false, false, false);
	}

	/**
	 * Returns the rows that occur in both DataFrames and keeps duplicates: a row occurs
	 * as often as in the side that has it less often.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame intersectAll(DataFrame other) {
		return combined(other, SetOperationType.INTERSECT, true, false, false);
	}

	/**
	 * Returns the distinct rows of this DataFrame that do not occur in another one.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame except(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, false, false, false);
	}

	/**
	 * Returns the rows of this DataFrame that do not occur in another one and keeps
	 * duplicates: each row of the other side removes one occurrence.
	 * @param other the other DataFrame
	 * @return a new DataFrame
	 */
	public DataFrame exceptAll(DataFrame other) {
		return combined(other, SetOperationType.EXCEPT, true, false, false);
	}

	private DataFrame combined(DataFrame other, SetOperationType type, boolean all, boolean byName,
			boolean allowMissingColumns) {
		return with(
				new BinaryOperator.SetOperation(relation(), relationOf(other), type, all, byName, allowMissingColumns));
	}

	/**
	 * Groups the rows by columns, for aggregation.
	 * @param cols the grouping columns; if empty, all rows form one group
	 * @return the grouped data
	 */
	public GroupedData groupBy(ColumnLike... cols) {
		return new GroupedData(this, Grouping.GroupType.GROUP_BY, Column.expressions(cols));
	}

	/**
	 * Groups the rows by the named columns, for aggregation.
	 * @param col1 the name of the first grouping column
	 * @param cols the names of further grouping columns
	 * @return the grouped data
	 */
	public GroupedData groupBy(String col1, String... cols) {
		return groupBy(columnsOf(col1, cols));
	}

	/**
	 * Creates a rollup: for the columns a and b, groups the rows by (a, b), by (a), and
	 * into one grand total.
	 * @param cols the grouping columns, from the coarsest to the finest
	 * @return the grouped data
	 */
	public GroupedData rollup(ColumnLike... cols) {
		return new GroupedData(this, Grouping.GroupType.ROLLUP, Column.expressions(cols));
	}

	/**
	 * Creates a rollup of the named columns, as {@link #rollup(ColumnLike...)} does.
	 * @param col1 the name of the first grouping column
	 * @param cols the names of further grouping columns
	 * @return the grouped data
	 */
	public GroupedData rollup(String col1, String... cols) {
		return rollup(columnsOf(col1, cols));
	}

	/**
	 * Creates a cube: groups the rows by every subset of the columns, including the empty
	 * one (the grand total).
	 * @param cols the grouping columns
	 * @return the grouped data
	 */
	public GroupedData cube(ColumnLike... cols) {
		return new GroupedData(this, Grouping.GroupType.CUBE, Column.expressions(cols));
	}

	/**
	 * Creates a cube of the named columns, as {@link #cube(ColumnLike...)} does.
	 * @param col1 the name of the first grouping column
	 * @param cols the names of further grouping columns
	 * @return the grouped data
	 */
	public GroupedData cube(String col1, String... cols) {
		return cube(columnsOf(col1, cols));
	}

	/**
	 * Groups the rows by several grouping sets, as {@code GROUP BY GROUPING SETS} does in
	 * SQL.
	 * @param groupingSets the grouping sets, each a list of columns; an empty list is the
	 * grand total
	 * @param cols all columns that occur in the grouping sets
	 * @return the grouped data
	 */
	public GroupedData groupingSets(List<? extends List<? extends ColumnLike>> groupingSets, ColumnLike... cols) {
		List<List<Expression>> sets = groupingSets.stream()
			.map((set) -> Column.expressions(set.toArray(ColumnLike[]::new)))
			.toList();
		return new GroupedData(this, Grouping.GroupType.GROUPING_SETS, Column.expressions(cols), null, sets);
	}

	/**
	 * Aggregates all rows into one row, without grouping.
	 * @param expr the first aggregate
	 * @param exprs further aggregates
	 * @return a new DataFrame
	 */
	public DataFrame agg(ColumnLike expr, ColumnLike... exprs) {
		return groupBy().agg(expr, exprs);
	}

	/**
	 * Aggregates all rows into one row, without grouping.
	 * @param exprs the name of the aggregate function by column name, such as
	 * {@code "price" -> "avg"}
	 * @return a new DataFrame
	 */
	public DataFrame agg(Map<String, String> exprs) {
		return groupBy().agg(exprs);
	}

	/**
	 * Computes aggregate metrics of the rows while an action runs on them. Query
	 * execution listeners on the server receive the metrics.
	 * @param name the name of the metrics
	 * @param expr the first aggregate, which needs an alias
	 * @param exprs further aggregates
	 * @return a new DataFrame with the same rows
	 */
	public DataFrame observe(String name, ColumnLike expr, ColumnLike... exprs) {
		return with(new ExecutionOperator.CollectMetrics(relation(), name, Column.expressions(concat(expr, exprs))));
	}

	/**
	 * Computes aggregate metrics of the rows while an action runs on them, and makes them
	 * available to this client.
	 * @param observation receives the metrics when the first action on the new DataFrame
	 * completes
	 * @param expr the first aggregate, which needs an alias
	 * @param exprs further aggregates
	 * @return a new DataFrame with the same rows
	 * @throws IllegalStateException if the observation is already used by another
	 * DataFrame
	 */
	public DataFrame observe(Observation observation, ColumnLike expr, ColumnLike... exprs) {
		DataFrame observed = observe(observation.name(), expr, exprs);
		this.query.runner().register(observed.relation().planId(), observation.claim());
		return observed;
	}

	/**
	 * Returns the rows sorted by columns. The sort is global, across partitions.
	 * @param sortExprs the sort columns; ascending with nulls first unless a column says
	 * otherwise, as {@link Column#desc()} does
	 * @return a new DataFrame
	 */
	public DataFrame orderBy(ColumnLike... sortExprs) {
		return with(new RowOperator.Sort(relation(),
				Arrays.stream(sortExprs).map((column) -> column.toColumn().sortOrder()).toList(), true));
	}

	/**
	 * Returns the rows sorted by the named columns, ascending with nulls first.
	 * @param sortCol the name of the first sort column
	 * @param sortCols the names of further sort columns
	 * @return a new DataFrame
	 */
	public DataFrame orderBy(String sortCol, String... sortCols) {
		return orderBy(columnsOf(sortCol, sortCols));
	}

	/**
	 * Returns the rows sorted by columns. Alias of {@link #orderBy(ColumnLike...)}.
	 * @param sortExprs the sort columns
	 * @return a new DataFrame
	 */
	public DataFrame sort(ColumnLike... sortExprs) {
		return orderBy(sortExprs);
	}

	/**
	 * Returns the rows sorted by the named columns. Alias of
	 * {@link #orderBy(String, String...)}.
	 * @param sortCol the name of the first sort column
	 * @param sortCols the names of further sort columns
	 * @return a new DataFrame
	 */
	public DataFrame sort(String sortCol, String... sortCols) {
		return orderBy(sortCol, sortCols);
	}

	/**
	 * Returns the rows sorted within each partition, without a global order.
	 * @param sortExprs the sort columns
	 * @return a new DataFrame
	 */
	public DataFrame sortWithinPartitions(ColumnLike... sortExprs) {
		return with(new RowOperator.Sort(relation(),
				Arrays.stream(sortExprs).map((column) -> column.toColumn().sortOrder()).toList(), false));
	}

	/**
	 * Returns the rows sorted within each partition by the named columns, ascending with
	 * nulls first.
	 * @param sortCol the name of the first sort column
	 * @param sortCols the names of further sort columns
	 * @return a new DataFrame
	 */
	public DataFrame sortWithinPartitions(String sortCol, String... sortCols) {
		return sortWithinPartitions(columnsOf(sortCol, sortCols));
	}

	/**
	 * Repartitions the rows evenly (round robin) into the given number of partitions.
	 * Shuffles the data.
	 * @param numPartitions the number of partitions, at least 1
	 * @return a new DataFrame
	 */
	public DataFrame repartition(int numPartitions) {
		return with(new ExecutionOperator.Repartition(relation(), numPartitions, true));
	}

	/**
	 * Repartitions the rows by the hash of columns, into
	 * {@code spark.sql.shuffle.partitions} partitions.
	 * @param partitionExprs the partitioning columns
	 * @return a new DataFrame
	 */
	public DataFrame repartition(ColumnLike... partitionExprs) {
		return repartitioned(null, Column.expressions(partitionExprs));
	}

	/**
	 * Repartitions the rows by the hash of columns into the given number of partitions.
	 * @param numPartitions the number of partitions, at least 1
	 * @param partitionExprs the partitioning columns
	 * @return a new DataFrame
	 */
	public DataFrame repartition(int numPartitions, ColumnLike... partitionExprs) {
		return repartitioned(numPartitions, Column.expressions(partitionExprs));
	}

	/**
	 * Repartitions the rows by ranges of columns, into
	 * {@code spark.sql.shuffle.partitions} partitions. The ranges are found by sampling.
	 * @param partitionExprs the columns whose sort order defines the ranges
	 * @return a new DataFrame
	 */
	public DataFrame repartitionByRange(ColumnLike... partitionExprs) {
		return repartitioned(null, orders(partitionExprs));
	}

	/**
	 * Repartitions the rows by ranges of columns into the given number of partitions. The
	 * ranges are found by sampling.
	 * @param numPartitions the number of partitions, at least 1
	 * @param partitionExprs the columns whose sort order defines the ranges
	 * @return a new DataFrame
	 */
	public DataFrame repartitionByRange(int numPartitions, ColumnLike... partitionExprs) {
		return repartitioned(numPartitions, orders(partitionExprs));
	}

	/**
	 * Repartitions the rows by a partition id that is computed for each row. Requires
	 * Spark 4.1 or later.
	 * @param numPartitions the number of partitions, at least 1
	 * @param partitionIdExpr an integer column with the partition id, from 0
	 * @return a new DataFrame
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
	 * Reduces the number of partitions without a shuffle by merging existing ones.
	 * @param numPartitions the maximum number of partitions, at least 1
	 * @return a new DataFrame
	 */
	public DataFrame coalesce(int numPartitions) {
		return with(new ExecutionOperator.Repartition(relation(), numPartitions, false));
	}

	/**
	 * Returns this DataFrame with a hint for the query optimizer, such as a broadcast
	 * hint for joins.
	 * @param name the name of the hint, such as {@code broadcast}
	 * @param parameters the parameters of the hint: columns or values
	 * @return a new DataFrame
	 */
	public DataFrame hint(String name, @Nullable Object... parameters) {
		List<Expression> expressions = Arrays.stream(parameters)
			.map((parameter) -> Column.of(parameter).expression())
			.toList();
		return with(new ExecutionOperator.Hint(relation(), name, expressions));
	}

	/**
	 * Defines an event-time watermark; rows later than the delay may be dropped.
	 * Streaming queries use it to limit the state that they keep.
	 * @param eventTime the name of the event-time column
	 * @param delayThreshold the maximum lateness as a SQL interval, such as
	 * {@code 10 minutes}
	 * @return a new DataFrame
	 */
	public DataFrame withWatermark(String eventTime, String delayThreshold) {
		return with(new ExecutionOperator.WithWatermark(relation(), eventTime, delayThreshold));
	}

	/**
	 * Returns a random sample of the rows, without replacement and with a random seed.
	 * @param fraction the approximate fraction of rows to sample, from 0 to 1
	 * @return a new DataFrame; running it again on the same input yields the same sample
	 */
	public DataFrame sample(double fraction) {
		return sample(false, fraction);
	}

	/**
	 * Returns a random sample of the rows, without replacement.
	 * @param fraction the approximate fraction of rows to sample, from 0 to 1
	 * @param seed the seed of the random number generator
	 * @return a new DataFrame
	 */
	public DataFrame sample(double fraction, long seed) {
		return sample(false, fraction, seed);
	}

	/**
	 * Returns a random sample of the rows, with a random seed.
	 * @param withReplacement {@code true} if a row may be sampled more than once
	 * @param fraction the approximate fraction of rows to sample; at most 1 without
	 * replacement
	 * @return a new DataFrame; running it again on the same input yields the same sample
	 */
	public DataFrame sample(boolean withReplacement, double fraction) {
		return sample(withReplacement, fraction, ThreadLocalRandom.current().nextLong());
	}

	/**
	 * Returns a random sample of the rows.
	 * @param withReplacement {@code true} if a row may be sampled more than once
	 * @param fraction the approximate fraction of rows to sample; at most 1 without
	 * replacement
	 * @param seed the seed of the random number generator
	 * @return a new DataFrame
	 */
	public DataFrame sample(boolean withReplacement, double fraction, long seed) {
		return with(new RowOperator.Sample(relation(), 0, fraction, withReplacement, seed, false));
	}

	/**
	 * Splits the rows randomly into disjoint DataFrames, with a random seed.
	 * @param weights the relative sizes of the splits; not negative, and not all 0
	 * @return one DataFrame for each weight
	 * @throws IllegalArgumentException if a weight is negative, or all are 0
	 */
	public DataFrame[] randomSplit(double[] weights) {
		return randomSplit(weights, ThreadLocalRandom.current().nextLong());
	}

	/**
	 * Splits the rows randomly into disjoint DataFrames.
	 * @param weights the relative sizes of the splits; not negative, and not all 0
	 * @param seed the seed of the random number generator
	 * @return one DataFrame for each weight
	 * @throws IllegalArgumentException if a weight is negative, or all are 0
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
	 * Splits the rows randomly into disjoint DataFrames, as
	 * {@link #randomSplit(double[], long)} does.
	 * @param weights the relative sizes of the splits; not negative, and not all 0
	 * @param seed the seed of the random number generator
	 * @return one DataFrame for each weight, in an unmodifiable list
	 * @throws IllegalArgumentException if a weight is negative, or all are 0
	 */
	public List<DataFrame> randomSplitAsList(double[] weights, long seed) {
		return List.of(randomSplit(weights, seed));
	}

	/**
	 * Returns functions that drop, fill and replace nulls and NaNs.
	 * @return functions on this DataFrame
	 */
	public DataFrameNaFunctions na() {
		return new DataFrameNaFunctions(this);
	}

	/**
	 * Returns statistic functions, such as approximate quantiles and correlation.
	 * @return functions on this DataFrame
	 */
	public DataFrameStatFunctions stat() {
		return new DataFrameStatFunctions(this);
	}

	/**
	 * Computes basic statistics of columns as text: count, mean, standard deviation, min
	 * and max.
	 * @param cols the names of the columns; if empty, all numeric and string columns
	 * @return a new DataFrame
	 */
	public DataFrame describe(String... cols) {
		return with(new Statistic.Describe(relation(), List.of(cols)));
	}

	/**
	 * Computes the given statistics of all numeric and string columns as text.
	 * @param statistics the names of the statistics: {@code count}, {@code mean},
	 * {@code stddev}, {@code min}, {@code max}, {@code count_distinct},
	 * {@code approx_count_distinct}, or a percentile such as {@code 75%}; if empty,
	 * count, mean, stddev, min, quartiles and max
	 * @return a new DataFrame
	 */
	public DataFrame summary(String... statistics) {
		return with(new Statistic.Summary(relation(), List.of(statistics)));
	}

	/**
	 * Returns a scalar subquery: the single value of this DataFrame as a column of
	 * another one. A correlated subquery refers to columns of the other DataFrame through
	 * {@link Column#outer()}.
	 * @return the column, which is null if this DataFrame has no rows
	 */
	public Column scalar() {
		return new Column(new Subquery(relation(), Subquery.Type.SCALAR, List.of()));
	}

	/**
	 * Returns an EXISTS subquery: a column of another DataFrame that is true if this one
	 * has rows. A correlated subquery refers to columns of the other DataFrame through
	 * {@link Column#outer()}.
	 * @return a boolean column
	 */
	public Column exists() {
		return new Column(new Subquery(relation(), Subquery.Type.EXISTS, List.of()));
	}

	/**
	 * Returns this DataFrame as a table argument of a table-valued function.
	 * @return the argument, for {@link TableValuedFunction#call}
	 */
	public TableArg asTable() {
		return new TableArg(relation());
	}

	/**
	 * Returns the rows mapped to records, beans or single values.
	 * <p>
	 * Columns and components are matched by name, ignoring case and underscores. Numeric
	 * types may be widened; a conversion that could lose information is rejected. Arrays
	 * are read as {@code List}, {@code Set} or array, maps as {@code Map}, and structs as
	 * record, bean, {@code Row} or {@code Map}, to any depth. For nullable columns use a
	 * wrapper class or {@code Optional}, not a primitive.
	 * @param <T> the target class
	 * @param target a record, a bean, {@code Map}, or the class of a single value for a
	 * DataFrame with one column
	 * @return results whose terminal operations throw a
	 * {@link io.sparkex.errors.MappingException} if the rows do not fit the class
	 */
	public <T> Results<T> as(Class<T> target) {
		return MappedResults.of(this.query, target);
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * DataFrames that are derived from the new one, and its writers, have the tag as
	 * well.
	 */
	@Override
	public DataFrame withTag(String tag) {
		return with(this.query.options().withTag(tag));
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The timeout also applies to DataFrames that are derived from the new one, and to
	 * its writers.
	 */
	@Override
	public DataFrame withTimeout(Duration timeout) {
		return with(this.query.options().withTimeout(timeout));
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The listener is also notified of the executions of DataFrames that are derived from
	 * the new one, and of its writers.
	 */
	@Override
	public DataFrame withListener(ExecutionListener listener) {
		return with(this.query.options().withListener(listener));
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
	 * Runs the query and returns the number of rows.
	 * @return the number of rows
	 */
	public long count() {
		return groupBy().count().as(Long.class).single();
	}

	/**
	 * Runs the query for at most one row and returns {@code true} if the result is empty.
	 * @return {@code true} if there are no rows
	 */
	public boolean isEmpty() {
		return select(new Column[0]).take(1).isEmpty();
	}

	/**
	 * Runs the query and returns its first row. Same as {@link #first()}.
	 * @return the first row
	 * @throws java.util.NoSuchElementException if the result is empty
	 */
	public Row head() {
		return first();
	}

	/**
	 * Runs the query and returns its first {@code n} rows. Same as {@link #take(int)}.
	 * @param n the maximum number of rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> head(int n) {
		return take(n);
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The rows are copied out of the received batches, so they do not keep those in
	 * memory.
	 */
	@Override
	public List<Row> take(int rows) {
		return rows().take(rows);
	}

	/**
	 * Runs the query and returns its first {@code n} rows. Same as {@link #take(int)}.
	 * @param n the maximum number of rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> takeAsList(int n) {
		return take(n);
	}

	/**
	 * Runs the query and returns its last {@code n} rows. All partitions may have to be
	 * computed.
	 * @param n the maximum number of rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> tail(int n) {
		return rows().collectDetached(new RowOperator.Tail(relation(), n));
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The rows are views on the received batches, so together they keep all received
	 * bytes in memory.
	 */
	@Override
	public List<Row> collect() {
		return rows().collect();
	}

	/**
	 * Runs the query and returns all rows. Same as {@link #collect()}.
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> collectAsList() {
		return collect();
	}

	@Override
	public CompletableFuture<List<Row>> collectAsync(Executor executor) {
		return rows().collectAsync(executor);
	}

	/**
	 * Runs the query and keeps its result in memory on the client, with a limit of 10,000
	 * rows and 64 MB.
	 * @return the result
	 * @throws io.sparkex.errors.ResultLimitException if the result is larger
	 */
	public LocalFrame toLocal() {
		return toLocal(LocalLimits.defaults());
	}

	/**
	 * Runs the query and keeps its result in memory on the client, column by column.
	 * @param limits the maximum size of the result, and if a larger one is truncated or
	 * an error
	 * @return the result
	 * @throws io.sparkex.errors.ResultLimitException if the result is larger and the
	 * limits do not {@linkplain LocalLimits#truncating() truncate}
	 */
	public LocalFrame toLocal(LocalLimits limits) {
		if (!limits.isTruncating()) {
			return toLocal(this.query.with(new ResultLimits(limits.maxRows(), limits.maxBytes())), limits);
		}
		// Fetch one extra row to detect that the result is larger.
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

	@Override
	public Stream<Row> stream() {
		return rows().stream();
	}

	/**
	 * Runs the query and returns its rows as they arrive, as {@link #stream()} does.
	 * @return an iterator; the operation ends when the iterator is exhausted or fails; if
	 * you may stop earlier, use {@link #stream()} and close it
	 */
	public Iterator<Row> toLocalIterator() {
		return stream().iterator();
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

	/**
	 * Runs the query and prints its first 20 rows as a table to the standard output. Long
	 * values are truncated.
	 */
	public void show() {
		show(SHOWN_ROWS);
	}

	/**
	 * Runs the query and prints its first rows as a table to the standard output. Long
	 * values are truncated.
	 * @param numRows the maximum number of rows
	 */
	public void show(int numRows) {
		show(numRows, true);
	}

	/**
	 * Runs the query and prints its first 20 rows as a table to the standard output.
	 * @param truncate {@code true} to truncate values to 20 characters
	 */
	public void show(boolean truncate) {
		show(SHOWN_ROWS, truncate);
	}

	/**
	 * Runs the query and prints its first rows as a table to the standard output.
	 * @param numRows the maximum number of rows
	 * @param truncate {@code true} to truncate values to 20 characters
	 */
	public void show(int numRows, boolean truncate) {
		show(numRows, truncate ? SHOWN_CHARACTERS : 0);
	}

	/**
	 * Runs the query and prints its first rows as a table to the standard output.
	 * @param numRows the maximum number of rows
	 * @param truncate the maximum number of characters of a value, or 0 for no limit
	 */
	public void show(int numRows, int truncate) {
		show(numRows, truncate, false);
	}

	/**
	 * Runs the query and prints its first rows to the standard output.
	 * @param numRows the maximum number of rows
	 * @param truncate the maximum number of characters of a value, or 0 for no limit
	 * @param vertical {@code true} to print each row as a block with one line for each
	 * column
	 */
	public void show(int numRows, int truncate, boolean vertical) {
		System.out.println(showString(numRows, truncate, vertical));
	}

	/**
	 * Runs the query and returns its first rows as text, as
	 * {@link #show(int, int, boolean)} prints them.
	 * @param numRows the maximum number of rows
	 * @param truncate the maximum number of characters of a value, or 0 for no limit
	 * @param vertical {@code true} to return each row as a block with one line for each
	 * column
	 * @return the text
	 */
	public String showString(int numRows, int truncate, boolean vertical) {
		return with(new ShowOperator.ShowString(relation(), numRows, truncate, vertical)).as(String.class).single();
	}

	/**
	 * Runs the query and returns its first rows as an HTML table, as notebooks show it.
	 * @param numRows the maximum number of rows
	 * @param truncate the maximum number of characters of a value, or 0 for no limit
	 * @return the HTML table, with all values escaped
	 */
	public String htmlString(int numRows, int truncate) {
		return with(new ShowOperator.HtmlString(relation(), numRows, truncate)).as(String.class).single();
	}

	/**
	 * Returns the schema of this DataFrame. Only the first call sends a request to the
	 * server.
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
	 * Returns the names of the columns, from the {@link #schema()}.
	 * @return the names in the order of the columns
	 */
	public String[] columns() {
		return schema().fieldNames().toArray(String[]::new);
	}

	/**
	 * Returns the names and types of the columns, from the {@link #schema()}.
	 * @return pairs of column name and type in SQL syntax, in the order of the columns
	 */
	public List<Map.Entry<String, String>> dtypes() {
		return schema().fields().stream().map((field) -> Map.entry(field.name(), field.dataType().toString())).toList();
	}

	/**
	 * Prints the {@link #schema()} as a tree to the standard output.
	 */
	public void printSchema() {
		System.out.println(schema().treeString());
	}

	/**
	 * Prints the {@link #schema()} as a tree to the standard output, down to a nesting
	 * level.
	 * @param level the maximum number of levels, at least 1
	 */
	public void printSchema(int level) {
		System.out.println(schema().treeString(level));
	}

	/**
	 * Prints the physical plan to the standard output.
	 */
	public void explain() {
		explain("simple");
	}

	/**
	 * Prints the plan to the standard output.
	 * @param extended {@code true} to print the logical plans as well
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
	 * Returns the plan as text, as {@link #explain(String)} prints it.
	 * @param mode {@code simple}, {@code extended}, {@code codegen}, {@code cost} or
	 * {@code formatted}
	 * @return the text
	 * @throws IllegalArgumentException if the mode is unknown
	 */
	public String explainString(String mode) {
		return this.query.analysis().explain(ExplainMode.of(mode));
	}

	/**
	 * Returns {@code true} if the driver can compute the rows without executors.
	 * @return {@code true} if executors are not needed
	 */
	public boolean isLocal() {
		return this.query.analysis().isLocal();
	}

	/**
	 * Returns {@code true} if the query reads a streaming source.
	 * @return {@code true} for a streaming query
	 */
	public boolean isStreaming() {
		return this.query.analysis().isStreaming();
	}

	/**
	 * Returns the files that the query reads, as far as its sources report them.
	 * @return the URIs of the files, in no particular order
	 */
	public String[] inputFiles() {
		return this.query.analysis().inputFiles().toArray(String[]::new);
	}

	/**
	 * Returns {@code true} if the logical plans of two DataFrames return the same rows.
	 * Column names are ignored.
	 * @param other the other DataFrame
	 * @return {@code true} if the plans are equivalent; {@code false} does not prove the
	 * opposite
	 */
	public boolean sameSemantics(DataFrame other) {
		return this.query.analysis().sameSemantics(relationOf(other));
	}

	/**
	 * Returns a hash code that is equal for DataFrames of the {@link #sameSemantics same
	 * semantics}.
	 * @return the hash code
	 */
	public int semanticHash() {
		return this.query.analysis().semanticHash();
	}

	/**
	 * Creates a temporary view of this DataFrame. It belongs to the session and ends with
	 * it.
	 * @param viewName the view name in SQL syntax, without a database
	 * @throws io.sparkex.errors.AnalysisException if the session already has a temporary
	 * view of that name, or if the name is invalid
	 * @throws IllegalArgumentException if the name is blank or contains a database
	 */
	public void createTempView(String viewName) {
		createView(viewName, false, false);
	}

	/**
	 * Creates a temporary view of this DataFrame, or replaces the temporary view of that
	 * name. It belongs to the session and ends with it.
	 * @param viewName the view name in SQL syntax, without a database
	 * @throws IllegalArgumentException if the name is blank or contains a database
	 */
	public void createOrReplaceTempView(String viewName) {
		createView(viewName, false, true);
	}

	/**
	 * Creates a global temporary view of this DataFrame. All sessions of the server see
	 * it in the database {@code global_temp}, until it is dropped or the server stops.
	 * @param viewName the view name in SQL syntax, without a database
	 * @throws io.sparkex.errors.AnalysisException if there is already a global temporary
	 * view of that name
	 * @throws IllegalArgumentException if the name is blank or contains a database
	 */
	public void createGlobalTempView(String viewName) {
		createView(viewName, true, false);
	}

	/**
	 * Creates a global temporary view of this DataFrame, or replaces the one of that
	 * name. All sessions of the server see it in the database {@code global_temp}, until
	 * it is dropped or the server stops.
	 * @param viewName the view name in SQL syntax, without a database
	 * @throws IllegalArgumentException if the name is blank or contains a database
	 */
	public void createOrReplaceGlobalTempView(String viewName) {
		createView(viewName, true, true);
	}

	/**
	 * Creates or replaces a temporary view. Spark's older name of
	 * {@link #createOrReplaceTempView(String)}.
	 * @param tableName the view name
	 */
	public void registerTempTable(String tableName) {
		createOrReplaceTempView(tableName);
	}

	private void createView(String name, boolean global, boolean replace) {
		this.query.run(new Command.CreateView(relation(), name, global, replace));
	}

	/**
	 * Caches the rows in memory and on disk, with the default storage level. Alias of
	 * {@link #persist()}.
	 * @return this DataFrame
	 */
	public DataFrame cache() {
		return persist();
	}

	/**
	 * Persists the rows in memory and on disk, with the default storage level, when an
	 * action computes them for the first time. All DataFrames of the server with the same
	 * plan then read the cached rows. They stay cached until {@link #unpersist()} or the
	 * end of the session.
	 * @return this DataFrame
	 */
	public DataFrame persist() {
		this.query.analysis().persist(null);
		return this;
	}

	/**
	 * Persists the rows with a storage level, when an action computes them for the first
	 * time, as {@link #persist()} does.
	 * @param newLevel the storage level; has no effect if the rows are already persisted
	 * @return this DataFrame
	 */
	public DataFrame persist(StorageLevel newLevel) {
		this.query.analysis().persist(newLevel);
		return this;
	}

	/**
	 * Removes the persisted rows from the cache without waiting for their removal.
	 * @return this DataFrame
	 */
	public DataFrame unpersist() {
		return unpersist(false);
	}

	/**
	 * Removes the persisted rows from the cache.
	 * @param blocking {@code true} to wait until all blocks are removed
	 * @return this DataFrame
	 */
	public DataFrame unpersist(boolean blocking) {
		this.query.analysis().unpersist(blocking);
		return this;
	}

	/**
	 * Returns the storage level of the persisted rows.
	 * @return the storage level, or {@link StorageLevel#NONE} if the rows are not
	 * persisted
	 */
	public StorageLevel storageLevel() {
		return this.query.analysis().storageLevel();
	}

	/**
	 * Runs the query and saves its rows as a reliable checkpoint in the checkpoint
	 * directory of the server, which must be configured ({@code spark.checkpoint.dir}).
	 * @return a DataFrame that reads the checkpoint and has a truncated plan; the server
	 * removes the checkpoint when this DataFrame and all DataFrames derived from it are
	 * unreachable, or when the session ends
	 */
	public DataFrame checkpoint() {
		return checkpoint(true);
	}

	/**
	 * Saves the rows as a reliable checkpoint in the checkpoint directory of the server,
	 * which must be configured.
	 * @param eager {@code true} to compute the rows at once, {@code false} to compute
	 * them with the first action
	 * @return a DataFrame that reads the checkpoint, as described at
	 * {@link #checkpoint()}
	 */
	public DataFrame checkpoint(boolean eager) {
		return checkpoint(new Command.Checkpoint(relation(), false, eager, null));
	}

	private DataFrame checkpoint(Command.Checkpoint command) {
		return with(this.query.checkpoint(command));
	}

	/**
	 * Runs the query and keeps its rows as a local checkpoint on the executors. Local
	 * checkpoints are not fault-tolerant: if an executor is lost, queries that depend on
	 * its rows fail.
	 * @return a DataFrame that reads the checkpoint, as described at
	 * {@link #checkpoint()}
	 */
	public DataFrame localCheckpoint() {
		return localCheckpoint(true);
	}

	/**
	 * Keeps the rows as a local checkpoint on the executors, as
	 * {@link #localCheckpoint()} does.
	 * @param eager {@code true} to compute the rows at once, {@code false} to compute
	 * them with the first action
	 * @return a DataFrame that reads the checkpoint, as described at
	 * {@link #checkpoint()}
	 */
	public DataFrame localCheckpoint(boolean eager) {
		return checkpoint(new Command.Checkpoint(relation(), true, eager, null));
	}

	/**
	 * Keeps the rows as a local checkpoint on the executors, as
	 * {@link #localCheckpoint()} does.
	 * @param eager {@code true} to compute the rows at once, {@code false} to compute
	 * them with the first action
	 * @param storageLevel the storage level of the rows on the executors
	 * @return a DataFrame that reads the checkpoint, as described at
	 * {@link #checkpoint()}
	 */
	public DataFrame localCheckpoint(boolean eager, StorageLevel storageLevel) {
		return checkpoint(new Command.Checkpoint(relation(), true, eager, storageLevel));
	}

	/**
	 * Creates a writer that saves this DataFrame to files, a table or another data
	 * source.
	 * @return a writer
	 */
	public DataFrameWriter write() {
		return new DataFrameWriter(this.query);
	}

	/**
	 * Creates a writer that saves this DataFrame to a table of a catalog (DataSource V2).
	 * @param table the table name, which may be qualified
	 * @return a writer
	 */
	public DataFrameWriterV2 writeTo(String table) {
		return new DataFrameWriterV2(this.query, table);
	}

	/**
	 * Creates a writer that merges the rows of this DataFrame into a table, as
	 * {@code MERGE INTO} does in SQL.
	 * @param table the name of the target table, which may be qualified
	 * @param condition the condition under which a source row matches a target row; to
	 * distinguish columns of the same name, give this DataFrame an {@link #as(String)
	 * alias}
	 * @return a writer
	 */
	public MergeIntoWriter mergeInto(String table, ColumnLike condition) {
		return new MergeIntoWriter(this.query, table, condition);
	}

	static Column[] columnsOf(String first, String... more) {
		return concat(Functions.col(first), Arrays.stream(more).map(Functions::col).toArray(Column[]::new));
	}

	static Column[] concat(ColumnLike first, ColumnLike... more) {
		return IntStream.rangeClosed(0, more.length)
			.mapToObj((i) -> ((i == 0) ? first : more[i - 1]).toColumn())
			.toArray(Column[]::new);
	}

	/**
	 * Returns a short description of the last operator of the plan. Does not ask the
	 * server.
	 */
	@Override
	public String toString() {
		return "DataFrame[" + relation().operator().getClass().getSimpleName() + " #" + relation().planId() + "]";
	}

}
