import type { FormSection } from '../outline/form-section.ts'
import type { Outline } from '../outline/outline.ts'
import type { About } from './about.ts'

/** A paper as it is looked at: its outline, its form, what it says about itself. */
export interface Paper {
  outline: Outline
  /** The whole paper as a form. */
  sections: FormSection[]
  /** The form's head, before any card. */
  head: FormSection[]
  about: About
}
