package io.sparkex.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Window;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.count_distinct;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.max;
import static io.sparkex.Functions.min;
import static io.sparkex.Functions.not;
import static io.sparkex.Functions.sum;

/**
 * TPC-H queries about suppliers: the best of each group, and all kinds of subqueries.
 */
@ExtendWith(TpchExtension.class)
class SupplierQueriesIntegrationTests {

	private final Tpch tpch;

	private final DataFrame supplier;

	private final DataFrame partsupp;

	private final DataFrame part;

	private final DataFrame nation;

	private final DataFrame lineitem;

	SupplierQueriesIntegrationTests(Tpch tpch) {
		this.tpch = tpch;
		this.supplier = tpch.table("supplier");
		this.partsupp = tpch.table("partsupp");
		this.part = tpch.table("part");
		this.nation = tpch.table("nation");
		this.lineitem = tpch.table("lineitem");
	}

	private DataFrame suppliersIn(String nationName) {
		return this.supplier.join(this.nation.filter(col("n_name").equalTo(nationName)),
				col("s_nationkey").equalTo(col("n_nationkey")));
	}

	@Test
	void q02MinimumCostSupplier() {
		DataFrame europe = this.tpch.table("region")
			.filter(col("r_name").equalTo("EUROPE"))
			.join(this.nation, col("n_regionkey").equalTo(col("r_regionkey")))
			.join(this.supplier, col("s_nationkey").equalTo(col("n_nationkey")));
		DataFrame cheapest = this.part.filter(col("p_size").equalTo(15).and(col("p_type").endsWith("BRASS")))
			.join(this.partsupp, col("ps_partkey").equalTo(col("p_partkey")))
			.join(europe, col("s_suppkey").equalTo(col("ps_suppkey")))
			.withColumn("least_cost", min("ps_supplycost").over(Window.partitionBy("p_partkey")))
			.filter(col("ps_supplycost").equalTo(col("least_cost")))
			.orderBy(col("s_acctbal").desc(), col("n_name"), col("s_name"), col("p_partkey"))
			.select("s_acctbal", "s_name", "n_name", "p_partkey", "p_mfgr", "s_address", "s_phone", "s_comment")
			.limit(100);
		this.tpch.assertSameAsSql("q02", cheapest);
	}

	@Test
	void q11ImportantStockIdentification() {
		Column value = sum(col("ps_supplycost").multiply(col("ps_availqty")));
		DataFrame german = this.partsupp.join(suppliersIn("GERMANY"), col("s_suppkey").equalTo(col("ps_suppkey")));
		Column important = german.agg(value.multiply(new BigDecimal("0.01"))).scalar();
		DataFrame stock = german.groupBy("ps_partkey")
			.agg(value.as("value"))
			.filter(col("value").gt(important))
			.orderBy(col("value").desc());
		this.tpch.assertSameAsSql("q11", stock);
	}

	@Test
	void q15TopSupplier() {
		LocalDate start = LocalDate.of(1996, 1, 1);
		Column price = col("l_extendedprice").multiply(lit(1).minus(col("l_discount")));
		DataFrame revenue = this.lineitem
			.filter(col("l_shipdate").geq(start).and(col("l_shipdate").lt(start.plusMonths(3))))
			.groupBy(col("l_suppkey").as("supplier_no"))
			.agg(sum(price).as("total_revenue"));
		DataFrame top = this.supplier.join(revenue, col("s_suppkey").equalTo(col("supplier_no")))
			.filter(col("total_revenue").equalTo(revenue.agg(max("total_revenue")).scalar()))
			.select("s_suppkey", "s_name", "s_address", "s_phone", "total_revenue")
			.orderBy("s_suppkey");
		this.tpch.assertSameAsSql("q15", top);
	}

	@Test
	void q16PartsSupplierRelationship() {
		DataFrame complainedAbout = this.supplier.filter(col("s_comment").like("%Customer%Complaints%"))
			.select("s_suppkey");
		DataFrame counts = this.part
			.filter(col("p_brand").notEqual("Brand#45")
				.and(not(col("p_type").startsWith("MEDIUM POLISHED")))
				.and(col("p_size").isin(49, 14, 23, 45, 19, 3, 36, 9)))
			.join(this.partsupp, col("ps_partkey").equalTo(col("p_partkey")))
			.filter(not(col("ps_suppkey").isin(complainedAbout)))
			.groupBy("p_brand", "p_type", "p_size")
			.agg(count_distinct(col("ps_suppkey")).as("supplier_cnt"))
			.orderBy(col("supplier_cnt").desc(), col("p_brand"), col("p_type"), col("p_size"));
		this.tpch.assertSameAsSql("q16", counts);
	}

	@Test
	void q20PotentialPartPromotion() {
		LocalDate start = LocalDate.of(1994, 1, 1);
		DataFrame shipped = this.lineitem
			.filter(col("l_shipdate").geq(start).and(col("l_shipdate").lt(start.plusYears(1))))
			.groupBy("l_partkey", "l_suppkey")
			.agg(sum("l_quantity").as("quantity"));
		DataFrame surplus = this.partsupp
			.join(this.part.filter(col("p_name").startsWith("forest")), col("p_partkey").equalTo(col("ps_partkey")),
					"semi")
			.join(shipped, col("l_partkey").equalTo(col("ps_partkey")).and(col("l_suppkey").equalTo(col("ps_suppkey"))))
			.filter(col("ps_availqty").gt(lit(new BigDecimal("0.5")).multiply(col("quantity"))));
		DataFrame suppliers = suppliersIn("CANADA").join(surplus, col("ps_suppkey").equalTo(col("s_suppkey")), "semi")
			.select("s_name", "s_address")
			.orderBy("s_name");
		this.tpch.assertSameAsSql("q20", suppliers);
	}

	@Test
	void q21SuppliersWhoKeptOrdersWaiting() {
		Column ofAnotherSupplier = col("other.l_orderkey").equalTo(col("line.l_orderkey").outer())
			.and(col("other.l_suppkey").notEqual(col("line.l_suppkey").outer()));
		DataFrame others = this.lineitem.as("other").filter(ofAnotherSupplier);
		DataFrame lateOthers = others.filter(col("other.l_receiptdate").gt(col("other.l_commitdate")));
		DataFrame waiting = this.lineitem.as("line")
			.filter(col("line.l_receiptdate").gt(col("line.l_commitdate")))
			.filter(others.exists())
			.filter(not(lateOthers.exists()))
			.join(this.tpch.table("orders").filter(col("o_orderstatus").equalTo("F")),
					col("o_orderkey").equalTo(col("l_orderkey")))
			.join(suppliersIn("SAUDI ARABIA"), col("s_suppkey").equalTo(col("l_suppkey")))
			.groupBy("s_name")
			.agg(count("*").as("numwait"))
			.orderBy(col("numwait").desc(), col("s_name"))
			.limit(100);
		this.tpch.assertSameAsSql("q21", waiting);
	}

}
