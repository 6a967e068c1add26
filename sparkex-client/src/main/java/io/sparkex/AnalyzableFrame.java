package io.sparkex;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.Command;
import io.sparkex.plan.ExplainMode;
import io.sparkex.plan.PlanPrinter;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Rendering;
import io.sparkex.proto.AnalyzePlanRequest;
import io.sparkex.proto.AnalyzePlanResponse;
import io.sparkex.proto.Plan;
import io.sparkex.protocol.AnalyzeEncoder;
import io.sparkex.protocol.DataTypeCodec;
import io.sparkex.protocol.StorageLevels;
import io.sparkex.storage.StorageLevel;
import io.sparkex.transport.ExecutionOptions;
import io.sparkex.types.StructType;

/**
 * What can be asked about a frame, how it is shown, and how SQL gets to know it. Public
 * only through {@link DataFrame}.
 */
abstract sealed class AnalyzableFrame extends FetchableFrame permits CombinableFrame {

	private static final int SHOWN_ROWS = 20;

	private static final int SHOWN_CHARACTERS = 20;

	private volatile @Nullable StructType schema;

	AnalyzableFrame(SparkSession session, Relation relation, ExecutionOptions options) {
		super(session, relation, options);
	}

	AnalyzePlanResponse analyze(Function<Plan, AnalyzePlanRequest.Builder> question) {
		return runner().analyze(relation(), question);
	}

	/**
	 * The message of this query alone, for the questions that take no plan.
	 */
	io.sparkex.proto.Relation encoded() {
		return runner().plan(relation()).getRoot();
	}

	/**
	 * The names and types of the columns. Asked of the server once.
	 * @return the schema
	 */
	public StructType schema() {
		StructType known = this.schema;
		if (known == null) {
			known = DataTypeCodec.decodeSchema(analyze(AnalyzeEncoder::schema).getSchema().getSchema());
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
		return analyze(AnalyzeEncoder::isLocal).getIsLocal().getIsLocal();
	}

	/**
	 * Whether the query reads a source that goes on for ever.
	 * @return {@code true} if it does
	 */
	public boolean isStreaming() {
		return analyze(AnalyzeEncoder::isStreaming).getIsStreaming().getIsStreaming();
	}

	/**
	 * The files that the query reads, as far as its sources tell.
	 * @return their URIs, in no order
	 */
	public String[] inputFiles() {
		return analyze(AnalyzeEncoder::inputFiles).getInputFiles().getFilesList().toArray(String[]::new);
	}

	/**
	 * Whether another frame gives the same rows, as far as the logical plans tell. Names
	 * of columns do not matter.
	 * @param other the other frame
	 * @return {@code true} if it is certain; {@code false} says nothing
	 */
	public boolean sameSemantics(DataFrame other) {
		Plan otherPlan = runner().plan(sameSession(other));
		return analyze((plan) -> AnalyzeEncoder.sameSemantics(plan, otherPlan)).getSameSemantics().getResult();
	}

	/**
	 * A hash that frames of the {@link #sameSemantics same semantics} share.
	 * @return the hash
	 */
	public int semanticHash() {
		return analyze(AnalyzeEncoder::semanticHash).getSemanticHash().getResult();
	}

	/**
	 * Where the rows are kept once they are computed.
	 * @return the level, {@link StorageLevel#NONE} if they are not kept
	 */
	public StorageLevel storageLevel() {
		return StorageLevels
			.decode(runner().analyze(AnalyzeEncoder.storageLevel(encoded())).getGetStorageLevel().getStorageLevel());
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
		ExplainMode explainMode = ExplainMode.of(mode);
		return analyze((plan) -> AnalyzeEncoder.explain(plan, explainMode)).getExplain().getExplainString();
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
		return with(new Rendering.ShowString(relation(), numRows, truncate, vertical)).as(String.class).single();
	}

	/**
	 * Runs the query and returns its first rows as a table in HTML, as notebooks show
	 * them.
	 * @param numRows the most rows
	 * @param truncate the longest text of a value, 0 for any
	 * @return the table; values are escaped
	 */
	public String htmlString(int numRows, int truncate) {
		return with(new Rendering.HtmlString(relation(), numRows, truncate)).as(String.class).single();
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
		runner().run(new Command.CreateView(relation(), name, global, replace));
	}

	/**
	 * A line about the last step of the query. Asks the server nothing.
	 */
	@Override
	public String toString() {
		return "DataFrame[" + relation().operator().getClass().getSimpleName() + " #" + relation().planId() + "]";
	}

}
