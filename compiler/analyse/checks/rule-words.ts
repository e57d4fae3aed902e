/** Words by which a stated measure lets somebody in: 纳入, 准予, 批准; not those that put on a list of exits. */
const ADMITTING = /^(?:纳入|准予|允许|批准|核准|同意|受理|吸收|新增|新设|增设)/u;
const LEAVING = /退出|淘汰|终止|取消|注销|撤销|整改|失信|黑名单|监管|处罚|退休/u;

/** 纳入医保定点评估范围 admits; 纳入自然退出 does not. */
export const admits = (measure: string): boolean => ADMITTING.test(measure) && !LEAVING.test(measure);

/** Verbs and words of form, which say nothing of what a measure is about. */
const VERBS =
  /^(?:纳入|准予|允许|批准|核准|同意|受理|吸收|新增|新设|增设|给予|予以|实施|进行|开展|实行|安排|从严控制|控制)+/u;
const FORM = /(?:的)?(?:范围|管理|工作|名单|资格|条件|评估|评审)+$/u;

/** 新增医保定点 and 纳入医保定点评估范围 are about the same thing, 医保定点. */
export const sameThing = (left: string, right: string): boolean => {
  const [first, second] = [thingOf(left), thingOf(right)];
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  return shorter.length >= 2 && longer.includes(shorter);
};

const thingOf = (measure: string): string => measure.replace(VERBS, "").replace(FORM, "");
