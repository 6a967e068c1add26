package io.sparkex;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.mapping.RowMapper;
import io.sparkex.plan.Combination;
import io.sparkex.plan.Decoration;
import io.sparkex.plan.ExplainMode;
import io.sparkex.plan.Expression;
import io.sparkex.plan.Grouping;
import io.sparkex.plan.JoinType;
import io.sparkex.plan.Operator;
import io.sparkex.plan.Projection;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Rendering;
import io.sparkex.plan.Selection;
import io.sparkex.plan.SetOperationType;
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

	private DataFrame with(Operator operator) {
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

	DataFrame aggregate(Grouping.GroupType type, List<Expression> keys, List<Expression> aggregates) {
		return with(new Grouping.Aggregate(this.relation, type, keys, aggregates, null, List.of()));
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
		return with(new Selection.Deduplicate(this.relation, List.of(), false));
	}

	/**
	 * One row of each set of rows that agree in some columns.
	 * @param colNames the names; none compares whole rows
	 * @return a new frame
	 */
	public DataFrame dropDuplicates(String... colNames) {
		return with(new Selection.Deduplicate(this.relation, List.of(colNames), false));
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

	private static Column[] named(String first, String... more) {
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
