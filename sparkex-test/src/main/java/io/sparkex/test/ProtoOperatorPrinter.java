package io.sparkex.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;

import io.sparkex.internal.plan.PlanPrinter;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.Relation;

/**
 * Printer of a protobuf operator or command in one line: its name and its fields except
 * the input relations.
 */
final class ProtoOperatorPrinter {

	/**
	 * Printed names of common messages and their fields, in the order of the text.
	 */
	private static final Map<String, String> LAYOUTS = Map.ofEntries(
			Map.entry("NamedTable", "NamedTable unparsed_identifier:identifier options"),
			Map.entry("DataSource", "DataSource format schema options paths predicates"),
			Map.entry("SQL", "Sql query named_arguments:named pos_arguments:positional"),
			Map.entry("Range", "Range start end step num_partitions:partitions"),
			Map.entry("LocalRelation", "LocalData"), Map.entry("CachedRemoteRelation", "CachedRelation"),
			Map.entry("Project", "Project expressions:columns"),
			Map.entry("WithColumns", "WithColumns aliases:columns"),
			Map.entry("Drop", "Drop columns column_names:names"), Map.entry("ToDF", "ToDf column_names:names"),
			Map.entry("WithColumnsRenamed", "Rename renames:names"), Map.entry("Limit", "Limit limit:rows"),
			Map.entry("Offset", "Offset offset:rows"), Map.entry("Tail", "Tail limit:rows"),
			Map.entry("Sort", "Sort order is_global:global"),
			Map.entry("Deduplicate", "Deduplicate column_names:columns all_columns_as_keys:"),
			Map.entry("Repartition", "Repartition num_partitions:partitions shuffle"),
			Map.entry("RepartitionByExpression",
					"RepartitionByExpression partition_exprs:expressions num_partitions:partitions"),
			Map.entry("Aggregate",
					"Aggregate group_type:type grouping_expressions:keys aggregate_expressions:aggregates pivot"),
			Map.entry("Join", "Join join_type:type join_condition:condition using_columns:using"),
			Map.entry("SetOperation", "SetOperation set_op_type:type is_all:all by_name:byName"),
			Map.entry("SqlCommand", "RunSql"),
			Map.entry("CreateDataFrameViewCommand", "CreateView name is_global:global replace"),
			Map.entry("WriteOperation", "Save source:format path table mode"),
			Map.entry("WriteOperationV2", "ToTable table_name:table mode"),
			Map.entry("MergeIntoTableCommand", "Merge target_table_name:table merge_condition:condition"));

	private ProtoOperatorPrinter() {
	}

	static String print(Message operator) {
		String name = operator.getDescriptorForType().getName();
		String[] layout = LAYOUTS.getOrDefault(name, name).split(" ");
		return layout[0] + details(operator, layout).entrySet()
			.stream()
			.map((detail) -> " " + detail.getKey() + "=" + detail.getValue())
			.collect(Collectors.joining());
	}

	private static Map<String, String> details(Message message, String[] layout) {
		Map<String, String> details = new LinkedHashMap<>();
		Map<FieldDescriptor, Object> others = new TreeMap<>(message.getAllFields());
		for (int i = 1; i < layout.length; i++) {
			String[] names = layout[i].split(":", -1);
			FieldDescriptor field = message.getDescriptorForType().findFieldByName(names[0]);
			Object value = others.remove(field);
			boolean isNumber = field.getJavaType() == FieldDescriptor.JavaType.INT
					|| field.getJavaType() == FieldDescriptor.JavaType.LONG;
			if (value != null || (isNumber && !field.isRepeated() && !field.hasPresence())) {
				details.put(names[names.length - 1], text((value != null) ? value : 0));
			}
		}
		others.forEach((field, value) -> details.put(field.getName(), text(value)));
		// A field without a printed name is redundant.
		details.remove("");
		details.values().removeIf((text) -> text.isEmpty() || text.equals("false"));
		return details;
	}

	private static String text(Object value) {
		if (value instanceof List<?> elements) {
			if (!elements.isEmpty() && elements.get(0) instanceof MapEntry) {
				return elements.stream()
					.map(ProtoOperatorPrinter::text)
					.sorted()
					.collect(Collectors.joining(", ", "{", "}"));
			}
			List<String> texts = elements.stream()
				.map(ProtoOperatorPrinter::text)
				.filter((text) -> !text.isEmpty())
				.toList();
			return texts.isEmpty() ? "" : "[" + String.join(", ", texts) + "]";
		}
		if (value instanceof EnumValueDescriptor constant) {
			String prefix = constant.getType()
				.getValues()
				.get(0)
				.getName()
				.replaceFirst("(UNSPECIFIED|UNDEFINED)$", "");
			return constant.getName().replaceFirst("^" + prefix, "").replace("GROUPBY", "GROUP_BY");
		}
		if (value instanceof ByteString bytes) {
			return bytes.size() + " bytes";
		}
		return (value instanceof Message message) ? text(message) : value.toString();
	}

	static String text(Message message) {
		if (message instanceof Relation) {
			return "";
		}
		if (message instanceof Expression expression) {
			return PlanPrinter.print(ExpressionReader.read(expression));
		}
		if (message instanceof Expression.Alias alias) {
			return text(Expression.newBuilder().setAlias(alias).build());
		}
		if (message instanceof Expression.SortOrder order) {
			return text(Expression.newBuilder().setSortOrder(order).build());
		}
		if (message instanceof Expression.Literal literal) {
			return text(Expression.newBuilder().setLiteral(literal).build());
		}
		if (message instanceof MapEntry<?, ?> entry) {
			return text(entry.getKey()) + ((entry.getValue() instanceof String) ? "=" : ": ") + text(entry.getValue());
		}
		return details(message, new String[1]).entrySet()
			.stream()
			.map((detail) -> detail.getKey() + "=" + detail.getValue())
			.collect(Collectors.joining(", ", "{", "}"));
	}

}
